import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { RefusalList, wordsOf } from '../../components/RefusalList.tsx';
import { Icon } from '../../components/Icon.tsx';
import { registry } from '../../contract/client.ts';
import { useCommand, useQuestion } from '../../contract/hooks.ts';
import { newId } from '../../frame/jobs.ts';
import { showDate, showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { JobLine } from '../common/JobLine.tsx';
import { MediumChooser } from '../common/MediumChooser.tsx';
import styles from './packages.module.css';
import { useSettled } from '../release/useSettled.ts';
import { keepFolder, keepVerified, useFolder, useVerified } from './verifiedHere.ts';
import { VerifiedPackage } from './VerifiedPackage.tsx';

const fileOf = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** A sealed package is opened into quarantine: verified whole, before anything of it is registered (Art. 10, 11). */
export function InTab() {
  const { t, maybe, language } = useTexts();
  const verified = useVerified();
  const folder = useFolder();
  const settled = useSettled(folder.trim(), 400);
  const { value: list, refusals, fault, again, asking } = useQuestion(registry.media.packages, settled === '' ? undefined : { folder: settled });
  const verify = useCommand(registry.sealed.verify);
  const [job, setJob] = useState<{ readonly id: string; readonly path: string } | undefined>();
  const open = async (path: string) => {
    const id = newId();
    keepVerified(undefined);
    setJob({ id, path });
    const found = await verify.run({ path, jobId: id });
    if (found) keepVerified({ path, found, packageId: undefined });
  };
  return (
    <div className={styles['in']}>
      <div className={common['stack']}>
        <Panel title={t('packages.in.where')}><MediumChooser folder={folder} onFolder={keepFolder} writing={false} /></Panel>
        <Panel title={t('packages.in.found')} actions={<Button icon="refresh" disabled={settled === ''} onClick={again}>{t('release.media.refresh')}</Button>}>
          <div className={common['stack']} aria-busy={asking}>
            <RefusalList refusals={refusals} />
            <ErrorNote fault={fault} again={again} />
            {settled === '' && <Empty icon="folder">{t('packages.in.choose')}</Empty>}
            {list?.length === 0 && <Empty icon="package">{t('packages.in.none')}</Empty>}
            <ul className={common['list']} aria-label={t('packages.in.found')}>
              {list?.map((each) => (
                <li key={each.path} className={styles['found']} data-here={job?.path === each.path || undefined}>
                  <span className={styles['foundLine']}>
                    <strong>{each.number ?? t('packages.in.noNumber')}</strong>
                    {each.sender !== null && <span>{t('packages.in.sender', { body: each.sender })}</span>}
                    {each.date !== null && <span className={common['dim']}>{showDate(each.date)}</span>}
                    <span className={common['dim']}>{showSize(each.size, language)}</span>
                    <span className={styles['end']}>
                      <Button icon="shield" busy={verify.running && job?.path === each.path} disabled={verify.running} label={`${t('packages.in.verify')} ${each.number ?? each.path}`} onClick={() => void open(each.path)}>{t('packages.in.verify')}</Button>
                    </span>
                  </span>
                  <span className={common['mono']}>{fileOf(each.path)}</span>
                  {each.trouble !== null && <span className={common['overdue']}>{maybe(`refusals.codes.${each.trouble}`) ?? each.trouble}</span>}
                </li>
              ))}
            </ul>
            <span className={common['dim']}>{t('packages.in.outside')}</span>
          </div>
        </Panel>
      </div>
      <div className={common['stack']}>
        {verify.running && job && <JobLine jobId={job.id} label={t('packages.in.verifying')} />}
        {verify.refusals.length > 0 && (
          <Panel title={t('packages.in.refused')}>
            <div className={common['stack']}>
              <div className={styles['verdict']} data-good="false" role="alert"><Icon name="breach" />{t('packages.in.bad', { why: verify.refusals.map((refusal) => maybe(`packages.trouble.${refusal.code}`) ?? wordsOf(refusal, maybe)).join(' ') })}</div>
              <RefusalList refusals={verify.refusals} />
              <span>{t('packages.in.nothingTaken')}</span>
            </div>
          </Panel>
        )}
        <ErrorNote fault={verify.fault} />
        {verified && <VerifiedPackage verified={verified} />}
        {!verified && !verify.running && verify.refusals.length === 0 && <Empty icon="shield">{t('packages.in.begin')}</Empty>}
      </div>
    </div>
  );
}
