import { useState } from 'react';
import { annex1At } from '#app/agreement/annex1.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { PickList } from '../../components/PickList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { Annex1Drawer } from './Annex1Drawer.tsx';
import { Annex1Table } from './Annex1Table.tsx';
import styles from './reference.module.css';

const nothing = {};

/** Versions of Annex 1; a Council decision makes the next one, and materials keep theirs (R9.4). */
export function Annex1Tab() {
  const { t } = useTexts();
  const { status, officer } = useSession();
  const { value: versions, fault, again } = useQuestion(registry.reference.annex1, nothing);
  const [chosen, setChosen] = useState<string | undefined>();
  const [open, setOpen] = useState(false);
  const director = officer.role === 'director';
  const record = () => setOpen(true);
  useShortcut('new', director ? record : undefined);
  const rows = (versions ?? []).toReversed();
  const current = annex1At(versions ?? [], status.now.slice(0, 10));
  const shown = rows.find(({ id }) => id === chosen) ?? rows.find(({ id }) => id === current?.id) ?? rows[0];
  return (
    <div className={styles['stack']}>
      <div className={styles['acts']}>
        {director && <Button tone="main" icon="add" shortcut="new" onClick={record}>{t('reference.annex1.record')}</Button>}
        <p className={styles['dim']}>{t('reference.annex1.kept')}</p>
      </div>
      <ErrorNote fault={fault} again={again} />
      <Panel title={t('reference.annex1.versions')} bare>
        <PickList label={t('reference.annex1.versions')} rows={rows} idOf={({ id }) => id} chosen={shown?.id} onChoose={setChosen}>
          {(version) => (
            <>
              <span className={styles['code']}>{t('reference.annex1.version', { id: version.id })}</span><span>{t('reference.annex1.from', { date: showDate(version.effectiveFrom) })}</span>
              <span className={`${styles['grow']} ${styles['dim']}`}>{version.decision === null ? t('reference.annex1.asSigned') : t('reference.annex1.decision', { decision: version.decision })}</span>
              {version.id === current?.id && <StatusBadge tone="good">{t('reference.annex1.current')}</StatusBadge>}
            </>
          )}
        </PickList>
      </Panel>
      {shown && <Annex1Table version={shown} />}
      <Note tone="info">{t('reference.annex1.unofficial')}</Note>
      {shown && <Annex1Drawer key={rows[0]?.id} open={open} last={rows[0] ?? shown} onClose={() => setOpen(false)} onRecorded={setChosen} />}
    </div>
  );
}
