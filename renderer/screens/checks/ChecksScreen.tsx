import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { AppointDrawer, EndDialog } from './Appointment.tsx';
import { CertificateDrawer, CheckDrawer, StaffCheckDrawer } from './drawers.tsx';
import { Records } from './Records.tsx';
import styles from './checks.module.css';

const nothing = {};
const touching = ['officers'];
type Open = 'check' | 'staff' | 'certificate' | 'appoint';

/** What the Centre checks of itself (Art. 12), with which certified means it works (Art. 10), and who answers for information security. */
export default function ChecksScreen() {
  const { t } = useTexts();
  const { officer, status } = useSession();
  const { value: listed, refusals, fault, again } = useQuestion(registry.checks.list, nothing, touching);
  const [open, setOpen] = useState<Open | undefined>();
  const [ending, setEnding] = useState<{ id: string; name: string } | undefined>();
  const close = () => setOpen(undefined);
  const watches = officer.role !== 'administrator';
  const act = (which: Open) => (watches ? <Button icon="add" onClick={() => setOpen(which)}>{t(`checks.acts.${which}`)}</Button> : undefined);
  const paper = ({ number, date }: { readonly number: string; readonly date: string }) => t('checks.paper', { number, date: showDate(date) });
  return (
    <div className={styles['screen']}>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {!watches && <Note tone="info">{t('checks.onlyRead')}</Note>}
      <Panel title={t('checks.checks')} actions={act('check')} bare>
        <Records label={t('checks.checks')} columns={['kind', 'object', 'date', 'result', 'document', 'next', 'state']} rows={(listed?.checks ?? []).map((one) => ({
          id: one.id, state: one.state,
          cells: [t(`checks.objects.${one.kind}`), one.object, showDate(one.date), `${t(`checks.results.${one.result}`)}${one.remarks === '' ? '' : `: ${one.remarks}`}`, paper(one.document), showDate(one.nextDue)],
        }))} />
      </Panel>
      <Panel title={t('checks.certificates')} actions={act('certificate')} bare>
        <p className={styles['dim']}>{t('checks.program', { version: status.version })}</p>
        <Records label={t('checks.certificates')} columns={['kind', 'tool', 'number', 'issuer', 'from', 'to', 'state']} rows={(listed?.certificates ?? []).map((one) => ({
          id: one.id, state: one.state, cells: [t(`checks.certified.${one.kind}`), one.tool, one.number, one.issuer, showDate(one.from), showDate(one.to)],
        }))} />
      </Panel>
      {listed?.staff && (
        <Panel title={t('checks.staff')} actions={act('staff')} bare>
          <Records label={t('checks.staff')} columns={['official', 'kind', 'date', 'means', 'code', 'next', 'state']} rows={listed.staff.map((one) => ({
            id: one.id, state: one.state,
            cells: [one.name, t(`checks.staffKinds.${one.kind}`), showDate(one.date), t(one.technicalMeans ? 'checks.yes' : 'checks.no'), one.code, showDate(one.nextDue)],
          }))} />
        </Panel>
      )}
      <Panel title={t('checks.responsible')} actions={officer.role === 'director' ? act('appoint') : undefined} bare>
        <Records label={t('checks.responsible')} columns={['official', 'powers', 'document', 'from', 'to', 'state']} rows={(listed?.responsible ?? []).map((one) => ({
          id: one.id, state: one.inOffice ? 'inOffice' : 'notInOffice', cells: [one.name, one.powers, paper(one.document), showDate(one.from), showDate(one.to)],
          act: officer.role === 'director' && one.inOffice
            ? <Button tone="quiet" label={t('checks.end.of', { name: one.name })} onClick={() => setEnding({ id: one.id, name: one.name })}>{t('checks.end.act')}</Button> : undefined,
        }))} />
      </Panel>
      {open === 'check' && <CheckDrawer onClose={close} />}
      {open === 'staff' && <StaffCheckDrawer onClose={close} />}
      {open === 'certificate' && <CertificateDrawer onClose={close} />}
      {open === 'appoint' && <AppointDrawer onClose={close} />}
      {ending && <EndDialog key={ending.id} appointment={ending} onClose={() => setEnding(undefined)} />}
    </div>
  );
}
