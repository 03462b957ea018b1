import { useState } from 'react';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import { StatusBadge, type Tone } from '../../components/badges.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { PickList, Sides } from '../../components/PickList.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { StateDetail, type PartyStatus } from './StateDetail.tsx';
import { useStates } from '../common/useStates.ts';
import styles from './reference.module.css';

const tones: Readonly<Record<PartyStatus['status'], Tone>> = { none: 'neutral', signed: 'info', notified: 'info', inForce: 'good', acceded: 'good', withdrawing: 'warn', withdrawn: 'bad' };

/** For whom the Agreement is in force on a date: computed from the events, never typed (R23.2). */
export function StatesTab() {
  const { t } = useTexts();
  const { status } = useSession();
  const [date, setDate] = useState(status.now.slice(0, 10));
  const [chosen, setChosen] = useState<string | undefined>();
  const { nameOf } = useStates();
  const { value: parties, refusals, fault, again } = useQuestion(registry.reference.parties, isCivilDate(date) ? { on: date } : undefined);
  const shown = parties?.find(({ state }) => state === chosen) ?? parties?.[0];
  return (
    <div className={styles['stack']}>
      <div className={styles['line']}>
        <DateField label={t('reference.on')} value={date} onChange={setDate} />
        <p className={styles['dim']}>{t('reference.directorOnly')}</p>
      </div>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      <Sides>
        <Panel bare>
          <PickList label={t('reference.states.list')} rows={parties ?? []} idOf={({ state }) => state} chosen={shown?.state} onChoose={setChosen}>
            {({ state, status: party, since }) => (
              <>
                <span className={styles['code']}>{state}</span><span className={styles['grow']}>{nameOf(state)}</span>
                <StatusBadge tone={tones[party]}>{t(`reference.states.names.${party}`)}</StatusBadge>
                {since !== null && <span className={styles['dim']}>{t('reference.states.since', { date: showDate(since) })}</span>}
              </>
            )}
          </PickList>
        </Panel>
        {shown ? <StateDetail party={shown} name={nameOf(shown.state)} on={date} /> : <div />}
      </Sides>
    </div>
  );
}
