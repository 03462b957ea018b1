import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { Button } from '../../components/Button.tsx';
import { CheckField, RadioField } from '../../components/CheckField.tsx';
import { Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { useSession } from '../../frame/session.ts';
import { languages } from '../../language/plurals.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import styles from '../common/common.module.css';
import { JobLine } from '../common/JobLine.tsx';
import { MediumChooser } from '../common/MediumChooser.tsx';
import { noSecond, SecondPerson } from '../common/SecondPerson.tsx';
import type { Plan } from './plan.ts';
import { FailedList } from './SealedList.tsx';
import { Sentence } from './Sentence.tsx';
import { unsealed, type Outcome } from './sentence.ts';
import type { useSealing } from './useSealing.ts';

/** The last step: the sentence, the medium, the seal. Only what is decided as of now can be sealed. */
export function SealPanel({ plan, outcome, current, sealing, requestOf, onFolder, onSealed, nameOf }: {
  readonly plan: Plan; readonly outcome: Outcome; readonly current: boolean; readonly sealing: ReturnType<typeof useSealing>;
  readonly requestOf: (recipient: string) => string | null; readonly onFolder: (folder: string) => void; readonly onSealed: () => void; readonly nameOf: (code: string) => string;
}) {
  const { t, language } = useTexts();
  const { officer } = useSession();
  const [papers, setPapers] = useState(language);
  const [allowVaultDisk, setAllowVaultDisk] = useState(false);
  const { running, failed, seal, sealed } = sealing;
  const signer = useForm({ defaultValues: { second: noSecond } });
  const { login, passphrase } = useWatch({ control: signer.control, name: 'second' });
  const left = unsealed(outcome.leaving, sealed);
  const why = left.length === 0 ? (outcome.leaving.length === 0 ? t('release.seal.nobody') : t('release.seal.all')) : plan.folder.trim() === '' ? t('release.seal.noFolder') : left.some(({ second }) => second) && (login === '' || passphrase === '') ? t('release.seal.noSecond') : current ? undefined : t('release.seal.deciding');
  const start = () => void seal({ leaving: left, purpose: plan.purpose, channel: plan.channel, folder: plan.folder.trim(), allowVaultDisk, language: papers, confirmedPurposes: plan.confirmedPurposes, person: plan.person, requestOf, second: signer.getValues('second') }).then((all) => { signer.reset(); if (all) onSealed(); });
  const ready = why === undefined && !running;
  useShortcut('save', ready && officer.role === 'registrar' ? start : undefined);
  const onVaultDisk = failed.some(({ refusals }) => refusals.some(({ code }) => code === 'media.vaultDisk'));
  return (
    <Panel title={t('release.seal.title')}>
      <div className={styles['stack']}>
        <Sentence outcome={outcome} nameOf={nameOf} />
        {officer.role !== 'registrar' ? <Note tone="info">{t('release.seal.registrarOnly')}</Note> : (
          <>
            <MediumChooser folder={plan.folder} onFolder={onFolder} writing />
            <RadioField label={t('release.seal.papers')} value={papers} onChange={setPapers} name="papers" choices={languages.map((value) => ({ value, label: t(`frame.languages.${value}`) }))} />
            {(onVaultDisk || allowVaultDisk) && <CheckField label={t('release.seal.allowVaultDisk')} value={allowVaultDisk} onChange={setAllowVaultDisk} />}
            {left.some(({ second }) => second) && <FormProvider {...signer}><SecondPerson /></FormProvider>}
            <div className={styles['actions']}>
              {(left.length > 0 || sealed.length === 0) && <Button tone="main" icon="package" shortcut="save" disabled={!ready} busy={running !== undefined} onClick={start}>{t('release.seal.do', { count: left.length })}</Button>}
              {why !== undefined && <span className={styles['dim']}>{why}</span>}
            </div>
            {running && <JobLine jobId={running.jobId} label={t('release.seal.for', { who: nameOf(running.recipient) })} />}
            <FailedList failed={failed} nameOf={nameOf} />
          </>
        )}
      </div>
    </Panel>
  );
}
