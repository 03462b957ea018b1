import { useState } from 'react';
import type { StateCode } from '#app/agreement/states.ts';
import type { Option } from '../../components/Choice.tsx';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import { Consents } from './Consents.tsx';
import { LiftDrawer } from './LiftDrawer.tsx';
import { RestrictDrawer } from './RestrictDrawer.tsx';
import { ruleInWords, toldInWords } from './restrictionWords.ts';
import styles from './card.module.css';

type Restriction = Card['restrictions'][number];

/** What the originator allows and forbids: its additional restrictions and its written consents (Art. 8, 9). */
export function RightsSection({ card, named, bodies, states }: {
  readonly card: Card; readonly named: (code: string) => string;
  readonly bodies: readonly Option<string>[]; readonly states: readonly Option<StateCode | 'CENTRE'>[];
}) {
  const { t } = useTexts();
  const { role } = useSession().officer;
  const complete = useCommand(registry.restrictions.complete);
  const [recording, setRecording] = useState(false);
  const [lifting, setLifting] = useState<Restriction | undefined>();
  const stateName = (code: string) => states.find((each) => each.value === code)?.label ?? code;
  const term = ({ from, to }: Restriction) => (to === null ? t('card.rights.since', { from: showDate(from) }) : t('card.rights.term', { from: showDate(from), to: showDate(to) }));
  const inWords = (each: Restriction) => ruleInWords(each.rule, t, named, stateName);
  const tell = async ({ id }: Restriction) => {
    const told = await complete.run({ materialId: card.row.id, restrictionId: id });
    if (told) toast(toldInWords(told, t, t('card.rights.completeNone')));
  };
  const liftedBy = (text: string) => text.replace(/\d{4}-\d\d-\d\d$/, showDate);
  return (
    <div className={styles['stack']}>
      <Panel title={t('card.rights.restrictions')} actions={role === 'registrar' ? <Button icon="add" onClick={() => setRecording(true)}>{t('card.rights.record')}</Button> : undefined}>
        <SmallTable label={t('card.rights.restrictions')} empty={t('card.rights.noRestrictions')} ends={[4]}
          titles={[t('card.rights.rule'), t('card.rights.instruction'), t('card.rights.validity'), t('materials.column.status'), '']}
          rows={card.restrictions.map((each) => ({
            key: each.id,
            cells: [
              inWords(each), t('card.rights.letter', { number: each.instruction.number, date: showDate(each.instruction.date) }), term(each),
              each.liftedBy === null ? <StatusBadge tone="warn">{t('card.rights.inForce')}</StatusBadge> : <StatusBadge>{t('card.rights.lifted', { by: liftedBy(each.liftedBy) })}</StatusBadge>,
              <>
                {each.liftedBy === null && role === 'registrar' && <Button onClick={() => setLifting(each)} label={`${t('card.rights.lift')}: ${inWords(each)}`}>{t('card.rights.lift')}</Button>}
                {role !== 'analyst' && <Button onClick={() => void tell(each)} label={`${t('card.rights.complete')}: ${inWords(each)}`}>{t('card.rights.complete')}</Button>}
              </>,
            ],
          }))} />
        <RefusalList refusals={complete.refusals} />
        <ErrorNote fault={complete.fault} />
      </Panel>
      <Panel title={t('card.rights.consents')}><Consents card={card} named={named} /></Panel>
      {recording && <RestrictDrawer row={card.row} bodies={bodies} states={states} onClose={() => setRecording(false)} />}
      {lifting && <LiftDrawer row={card.row} restrictionId={lifting.id} rule={inWords(lifting)} onClose={() => setLifting(undefined)} />}
    </div>
  );
}
