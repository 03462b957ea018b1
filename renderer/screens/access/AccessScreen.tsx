import { useState } from 'react';
import { mayHaveKeptKeys } from '#app/access/departed.ts';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useCommand, useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { useTexts } from '../../language/texts.ts';
import { DeputyPanel } from './DeputyPanel.tsx';
import { GrantDetails } from './GrantDetails.tsx';
import { IssueDrawer } from './IssueDrawer.tsx';
import { Officials } from './Officials.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { standingOf, type Official, type ShownGrant } from './words.ts';
import styles from './access.module.css';

const nothing = {};
const touching = ['officers', 'session'];

/** Clearance and access (Art. 10): one's own for everybody; everybody's for those who sign and those who oversee. */
export default function AccessScreen() {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: listed, refusals, fault, again } = useQuestion(registry.access.list, nothing, touching);
  const rekey = useCommand(registry.access.rekey);
  const [issuing, setIssuing] = useState<Official | undefined>();
  const [revoking, setRevoking] = useState<{ official: Official; grant: ShownGrant } | undefined>();
  const own = listed?.officials.find(({ officer: { id } }) => id === officer.id);
  const oversees = (listed?.officials.length ?? 0) > 1 || listed?.signs === true;
  // Whoever decides what is told to the bodies, and whoever oversees it.
  const left = listed?.signs === true || officer.role === 'security' ? (listed?.officials ?? []).filter((one) => mayHaveKeptKeys(one.officer, one.grants)).map((one) => one.officer.name) : [];
  const changeKeys = async () => { if (await rekey.run({})) toast(t('access.rekeyed')); };
  return (
    <div className={styles['screen']}>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      {listed && listed.rekeying > 0 && (
        <Note tone="info" actions={<Button icon="refresh" busy={rekey.running} onClick={() => void changeKeys()}>{t('access.rekey')}</Button>}>{t('access.rekeying', { count: listed.rekeying })}</Note>
      )}
      {left.length > 0 && (
        <Note tone="warn">
          <p>{t('access.left.who', { names: left.join(', ') })}</p>
          <p>{t('access.left.todo')}</p>
        </Note>
      )}
      <RefusalList refusals={rekey.refusals} />
      <ErrorNote fault={rekey.fault} />
      {oversees && listed && <Officials listed={listed} onIssue={setIssuing} onRevoke={(official, grant) => setRevoking({ official, grant })} />}
      <div className={styles['two']}>
        {own && (
          <Panel title={t('access.own.title')}>
            <GrantDetails grant={standingOf(own)} empty={t('access.own.none')} />
          </Panel>
        )}
        {oversees && listed && <DeputyPanel listed={listed} director={officer.role === 'director'} />}
      </div>
      {issuing && <IssueDrawer key={issuing.officer.id} official={issuing} onClose={() => setIssuing(undefined)} />}
      {revoking && <RevokeDialog key={revoking.grant.id} official={revoking.official} grant={revoking.grant} onClose={() => setRevoking(undefined)} />}
    </div>
  );
}
