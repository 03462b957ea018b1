import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from '../officers/officers.module.css';
import { ArrangeDialog } from './ArrangeDialog.tsx';
import own from './recovery.module.css';

const nothing = {};

/** Who holds the sheets that together replace the director's account, and whether they would open everything (Art. 10, 12). */
export default function RecoveryScreen() {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: status, refusals, fault, again } = useQuestion(registry.recovery.status, nothing, ['recovery']);
  const [arranging, setArranging] = useState(false);
  const arranged = status?.arranged ?? null;
  const act = officer.role === 'director' ? <Button icon="shield" onClick={() => setArranging(true)}>{t(arranged === null ? 'recovery.arrange.act' : 'recovery.arrange.again')}</Button> : undefined;
  return (
    <div className={styles['screen']}>
      <p className={styles['dim']}>{t('recovery.what')}</p>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {status && status.sheets > 0 && (
        <Note tone="warn" actions={<div className={own['sheets']}>{Array.from({ length: status.sheets }, (_, index) => (
          <Button key={index} icon="print" onClick={() => go('print', { form: 'R1', sheet: String(index + 1) })}>{t('recovery.print', { n: index + 1 })}</Button>
        ))}</div>}>
          <strong>{t('recovery.toPrint')}</strong> <span>{t('recovery.toPrintWhat')}</span>
        </Note>
      )}
      {status && arranged === null && <Note tone="warn" actions={act}>{t('recovery.none')}</Note>}
      {arranged && (
        <Panel title={t('recovery.arranged')} actions={act}>
          <div className={own['standing']}>
            {arranged.unsealed > 0 ? <Note tone="warn">{t('recovery.unsealed', { count: arranged.unsealed })}</Note> : <Note tone="info">{t('recovery.whole')}</Note>}
            <Definitions rows={[
              [t('recovery.need'), t('recovery.rule', { threshold: arranged.threshold, of: arranged.of })], [t('recovery.at'), showDateTime(arranged.at)],
              [t('recovery.by'), t('recovery.by2', { first: arranged.by, second: arranged.second })], [t('recovery.id'), arranged.id],
              ...arranged.holders.map((holder, index): [string, string] => [t('recovery.sheet', { n: index + 1, of: arranged.of }), holder]),
            ]} />
          </div>
        </Panel>
      )}
      {arranging && <ArrangeDialog onClose={() => setArranging(false)} />}
    </div>
  );
}
