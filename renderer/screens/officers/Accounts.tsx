import { useState } from 'react';
import { mayKeepAccountsOf } from '#app/access/roles.ts';
import type { Answer } from '#app/contract/index.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Panel } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useSession } from '../../frame/session.ts';
import { showDate } from '../../language/dates.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { DisableDialog } from './DisableDialog.tsx';
import { EnrolDrawer } from './EnrolDrawer.tsx';
import styles from './officers.module.css';

export type Account = Answer<'officers.list'>[number];
const nothing = {};

/** Accounts of this vault (Art. 10): opened and closed by the director and the administrator, never deleted. */
export function Accounts() {
  const { t, language } = useTexts();
  const { officer } = useSession();
  const { value: accounts, refusals, fault, again } = useQuestion(registry.officers.list, nothing);
  const [enrolling, setEnrolling] = useState(false);
  const [closing, setClosing] = useState<Account | undefined>();
  const keeps = officer.role === 'director' || officer.role === 'administrator';
  const enrol = () => setEnrolling(true);
  useShortcut('new', keeps ? enrol : undefined);
  const order = inOrderOf(language);
  const rows = (accounts ?? []).toSorted((a, b) => (a.state === b.state ? order(a.name, b.name) : a.state === 'active' ? -1 : 1));
  return (
    <Panel title={t('officers.accounts.title')} bare actions={keeps ? <Button tone="main" icon="add" shortcut="new" onClick={enrol}>{t('officers.accounts.enrol')}</Button> : undefined}>
      <RefusalList refusals={refusals} />
      <ErrorNote fault={fault} again={again} />
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={t('officers.accounts.title')}>
          <thead><tr>{(['name', 'login', 'role', 'state', 'since'] as const).map((each) => <th key={each} scope="col">{t(`officers.accounts.${each}`)}</th>)}{keeps && <th scope="col">{t('officers.accounts.act')}</th>}</tr></thead>
          <tbody>
            {rows.map((account) => (
              <tr key={account.id} data-closed={account.state === 'disabled' || undefined}>
                <td>{account.name}{account.id === officer.id && <> <StatusBadge tone="info">{t('officers.accounts.you')}</StatusBadge></>}</td>
                <td>{account.login}</td>
                <td>{t(`frame.roles.${account.role}`)}</td>
                <td><StatusBadge tone={account.state === 'active' ? 'good' : 'neutral'}>{t(`officers.accounts.${account.state}`)}</StatusBadge></td>
                <td>{showDate(account.since)}</td>
                {keeps && <td>{account.state === 'active' && account.id !== officer.id && mayKeepAccountsOf(officer.role, account.role) && (
                  <Button tone="quiet" label={t('officers.accounts.disableOf', { login: account.login })} onClick={() => setClosing(account)}>{t('officers.accounts.disable')}</Button>
                )}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <EnrolDrawer open={enrolling} onClose={() => setEnrolling(false)} />
      {closing && <DisableDialog key={closing.id} account={closing} onClose={() => setClosing(undefined)} />}
    </Panel>
  );
}
