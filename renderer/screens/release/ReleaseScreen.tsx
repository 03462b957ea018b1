import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { FieldKeys } from '../../components/form/FieldKeys.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { ChosenMaterials } from '../common/ChosenMaterials.tsx';
import common from '../common/common.module.css';
import { MaterialFinder } from '../common/MaterialFinder.tsx';
import { idsIn, useMaterials } from '../common/useMaterials.ts';
import type { ScreenProps } from '../index.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { ClearancePanel } from './ClearancePanel.tsx';
import { ConsentDrawer, type WantedConsent } from './ConsentDrawer.tsx';
import { ConsentList } from './ConsentList.tsx';
import { ConsentMatrix } from './ConsentMatrix.tsx';
import { Matrix, type Pair } from './Matrix.tsx';
import { OutsideDrawer } from './OutsideDrawer.tsx';
import { PairReasons } from './PairReasons.tsx';
import { usePlan } from './plan.ts';
import styles from './release.module.css';
import { SealedList } from './SealedList.tsx';
import { SealPanel } from './SealPanel.tsx';
import { outcomeOf } from './sentence.ts';
import { useAddressees } from './useAddressees.ts';
import { useAnswered } from './useAnswered.ts';
import { useDecisions } from './useDecisions.ts';
import { forgetSealed, useSealing } from './useSealing.ts';

/**
 * Who may get what, decided pair by pair, and the seal on it. `params.materials`: ids joined by commas; `params.materialId`: one.
 */
export default function ReleaseScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const { plan, put, care, drop } = usePlan(idsIn(params['materials'] ?? params['materialId']));
  const { bodies, ordinary, outside, channelsOf } = useAddressees();
  const { nameOf } = bodies;
  const { rows, know, refusals } = useMaterials(plan.materialIds);
  const decisions = useDecisions(plan);
  const answered = useAnswered(plan);
  const sealing = useSealing();
  const [pair, setPair] = useState<Pair | undefined>();
  const [choosingOutside, setChoosingOutside] = useState(false);
  const [wanted, setWanted] = useState<WantedConsent | undefined>();
  const [approving, setApproving] = useState(false);
  const recipients = [...plan.recipients, ...plan.outside];
  const chosen = pair && decisions.of(pair.materialId, pair.recipient);
  const shown = pair !== undefined && plan.materialIds.includes(pair.materialId) ? pair.materialId : plan.materialIds[0] ?? '';
  const materials = plan.materialIds.flatMap((id) => rows.get(id) ?? []);
  const begun = plan.materialIds.length > 0 && recipients.length > 0;
  const anew = () => { drop(); forgetSealed(); setPair(undefined); };
  const want = (grantor: string) => {
    if (!chosen) return;
    const kind = bodies.all.find(({ code }) => code === chosen.recipient)?.kind;
    setWanted({
      materialId: chosen.materialId, grantor, purpose: plan.purpose,
      scope: { kind: kind === 'observer' || kind === 'thirdParty' ? kind : 'body', codes: [chosen.recipient] },
    });
  };
  return (
    <div className={styles['screen']}>
      <div className={styles['column']}>
        {care.restored && (
          <Note tone="info" actions={<Button tone="quiet" onClick={anew}>{t('components.form.discard')}</Button>}>{t('release.restored')}</Note>
        )}
        <Panel title={t('release.what')} actions={<Button tone="quiet" icon="close" onClick={anew}>{t('release.anew')}</Button>}>
          <FieldKeys label={t('release.what')} className={common['stack']}>
            <MaterialFinder label={t('release.materials.find')} placeholder={t('release.materials.how')} without={plan.materialIds} takesFocus={plan.materialIds.length === 0}
              onTake={(row) => { know(row); put({ materialIds: [...plan.materialIds, row.id] }); }} />
            <RefusalList refusals={refusals} />
            <ChosenMaterials label={t('release.materials.chosen')} ids={plan.materialIds} rows={rows} onRemove={(id) => put({ materialIds: plan.materialIds.filter((each) => each !== id) })} />
            <MultiChoice label={t('release.recipients')} description={t('release.recipientsMeans')} choices={ordinary} value={plan.recipients} onChange={(codes) => put({ recipients: codes })} name="recipients" />
            <div className={common['actions']}>
              <Button tone="danger" icon="breach" onClick={() => setChoosingOutside(true)}>{t('release.outside.open')}</Button>
              {plan.outside.map((code) => <Button key={code} icon="remove" onClick={() => put({ outside: plan.outside.filter((each) => each !== code) })} label={t('release.outside.remove', { who: nameOf(code) })}>{nameOf(code)}</Button>)}
            </div>
            {(answered.choices.length > 0 || plan.requestId !== null) && <Choice label={t('release.request.label')} placeholder={t('release.request.none')} clearable value={plan.requestId} onChange={(requestId) => put({ requestId })} choices={answered.choices} name="request" />}
            <TextField label={t('release.purpose')} required value={plan.purpose} onChange={(purpose) => put({ purpose })} maxLength={400} name="purpose" />
            <TextField label={t('release.channel')} required value={plan.channel} onChange={(channel) => put({ channel })} suggestions={channelsOf(recipients)} maxLength={100} name="channel" />
            <TextField label={t('release.person.label')} description={t('release.person.means')} value={plan.person} onChange={(person) => put({ person })} maxLength={200} name="person" />
          </FieldKeys>
        </Panel>
        {begun && (
          <Panel title={t('release.matrix.title')}>
            <div className={common['stack']}>
              <ErrorNote fault={decisions.answer.fault} again={decisions.answer.again} />
              <RefusalList refusals={decisions.answer.refusals} />
              <Matrix materials={materials} recipients={recipients} outside={plan.outside} decisions={decisions} chosen={pair} onChoose={setPair} nameOf={nameOf} />
              {!chosen && <span className={common['dim']}>{t('release.matrix.hint')}</span>}
            </div>
          </Panel>
        )}
        {begun && <ConsentMatrix key={shown} decisions={recipients.flatMap((recipient) => decisions.of(shown, recipient) ?? [])} purpose={plan.purpose} current={decisions.current} nameOf={nameOf} onChoose={setPair} />}
      </div>
      <div className={styles['column']}>
        {!begun && <Empty icon="outgoing">{t('release.begin')}</Empty>}
        {chosen && <PairReasons decision={chosen} nameOf={nameOf} onConsent={want} onApprove={() => setApproving(true)}
          onPurpose={(purpose) => put({ purpose })} onConfirm={({ paper }) => put({ confirmedPurposes: [...plan.confirmedPurposes, paper] })} />}
        {chosen && plan.person.trim() !== '' && <ClearancePanel body={chosen.recipient} person={plan.person.trim()} degree={materials.some((row) => row.degree === 'UPPER') ? 'UPPER' : 'LOWER'} />}
        {chosen && <Panel title={t('release.consent.list')}><ConsentList materialId={chosen.materialId} /></Panel>}
        {begun && <SealPanel plan={plan} outcome={outcomeOf(decisions.all, recipients)} current={decisions.current} sealing={sealing} requestOf={answered.requestOf} onFolder={(folder) => put({ folder })} onSealed={care.drop} nameOf={nameOf} />}
        <SealedList sealed={sealing.sealed} nameOf={nameOf} />
      </div>
      <OutsideDrawer key={plan.outside.join(' ')} open={choosingOutside} choices={outside} value={plan.outside} onClose={() => setChoosingOutside(false)} onTake={(codes) => put({ outside: codes })} />
      <ConsentDrawer wanted={wanted} materials={materials} onClose={() => setWanted(undefined)} />
      <ApproveDialog decision={approving ? chosen : undefined} purpose={plan.purpose} nameOf={nameOf} onClose={() => setApproving(false)} />
    </div>
  );
}
