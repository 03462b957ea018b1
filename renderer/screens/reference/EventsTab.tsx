import { useState } from 'react';
import type { Answer } from '#app/contract/index.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote } from '../../components/notes.tsx';
import { PickList, Sides } from '../../components/PickList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { AnnulDialog } from './AnnulDialog.tsx';
import { EventDrawer } from './EventDrawer.tsx';
import { useStates } from '../common/useStates.ts';
import styles from './reference.module.css';

export type EventRow = Answer<'reference.events'>[number];
const nothing = {};

/** Dated events of the Agreement, each with its document (Art. 20-23); a wrong one is annulled and stays readable. */
export function EventsTab() {
  const { t } = useTexts();
  const { officer } = useSession();
  const { nameOf } = useStates();
  const { value: events, fault, again } = useQuestion(registry.reference.events, nothing);
  const [chosen, setChosen] = useState<string | undefined>();
  const [open, setOpen] = useState<'record' | 'annul' | undefined>();
  const director = officer.role === 'director';
  const record = () => setOpen('record');
  useShortcut('new', director ? record : undefined);
  const rows = (events ?? []).toSorted((a, b) => (a.date === b.date ? b.recordedAt.localeCompare(a.recordedAt) : a.date < b.date ? 1 : -1));
  // One just recorded is not in the list yet: until it is, no other stands in its place, to be annulled by mistake.
  const shown = chosen === undefined ? rows[0] : rows.find(({ id }) => id === chosen);
  const about = ({ state }: EventRow) => (state === null ? t('reference.events.allStates') : nameOf(state));
  return (
    <div className={styles['stack']}>
      <div className={styles['acts']}>
        {director && <Button tone="main" icon="add" shortcut="new" onClick={record}>{t('reference.events.act.record')}</Button>}
        <p className={styles['dim']}>{t('reference.directorOnly')}</p>
      </div>
      <ErrorNote fault={fault} again={again} />
      {events && rows.length === 0 && <Empty icon="journal">{t('reference.events.empty')}</Empty>}
      {rows.length > 0 && (
        <Sides>
          <Panel bare>
            <PickList label={t('reference.events.list')} rows={rows} idOf={({ id }) => id} chosen={shown?.id} onChoose={setChosen}>
              {(event) => (
                <>
                  <span className={styles['stepDate']}>{showDate(event.date)}</span><span className={styles['code']}>{event.state ?? '—'}</span>
                  <span className={`${styles['grow']} ${event.annulled === null ? '' : styles['gone']}`}>{t(`reference.events.kinds.${event.kind}`)}</span>
                  {event.annulled !== null && <StatusBadge tone="warn">{t('reference.events.annulled')}</StatusBadge>}
                </>
              )}
            </PickList>
          </Panel>
          {shown && <Panel title={`${about(shown)}: ${t(`reference.events.kinds.${shown.kind}`)}`}>
            <div className={styles['stack']}>
              <Definitions rows={[
                [t('reference.events.state'), about(shown)],
                [t('reference.events.date'), showDate(shown.date)],
                ...(shown.effectiveDate === null ? [] : [[t('reference.events.effective'), showDate(shown.effectiveDate)] as const]),
                [t('reference.document'), shown.document],
                [t('reference.events.note'), shown.note],
                [t('reference.events.recordedAt'), showDateTime(shown.recordedAt)],
                ...(shown.annulled === null ? [] : [[t('reference.events.annulledBecause'), shown.annulled] as const]),
              ]} />
              {director && shown.annulled === null && <div><Button icon="close" onClick={() => setOpen('annul')}>{t('reference.events.act.annul')}</Button></div>}
            </div>
          </Panel>}
        </Sides>
      )}
      <EventDrawer open={open === 'record'} onClose={() => setOpen(undefined)} onRecorded={setChosen} />
      {shown && <AnnulDialog key={shown.id} open={open === 'annul'} event={shown} about={`${showDate(shown.date)}, ${about(shown)}: ${t(`reference.events.kinds.${shown.kind}`)}`} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
