import { Fragment, useState } from 'react';
import { contentRoles } from '#app/access/roles.ts';
import { StatusBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Panel } from '../../components/layout.tsx';
import { useSession } from '../../frame/session.ts';
import { showDate, showNumber } from '../../language/dates.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';
import { GrantDetails } from './GrantDetails.tsx';
import { documentWords, scopeWords, standingOf, toneOf, warningDays, type Listed, type Official, type ShownGrant } from './words.ts';
import styles from './access.module.css';

interface Acts {
  readonly onIssue: (official: Official) => void;
  readonly onRevoke: (official: Official, grant: ShownGrant) => void;
}

const columns = ['name', 'clearance', 'grant', 'scope', 'until', 'left', 'state', 'act'] as const;

/** Words of a scope, in which no body's code is parted at its hyphen. */
function Scope({ words }: { readonly words: string }) {
  // oxlint-disable-next-line react/no-array-index-key -- words have no identity but their order
  return <>{words.split(' ').map((word, at) => <Fragment key={at}>{at > 0 && ' '}<span className={styles['word']}>{word}</span></Fragment>)}</>;
}

function Standing({ official, grant }: { readonly official: Official; readonly grant: ShownGrant | undefined }) {
  const { t } = useTexts();
  if (!contentRoles.includes(official.officer.role)) return <td colSpan={6} className={styles['dim']}>{t('access.officials.noContent')}</td>;
  if (grant === undefined) return <td colSpan={6}><StatusBadge tone="neutral">{t('access.officials.none')}</StatusBadge></td>;
  const { clearance, document, state, lastDay, daysLeft } = grant;
  return (
    <>
      <td>{clearance.number}<div className={styles['dim']}>{clearance.issuer}</div></td>
      <td>{documentWords(document, t)}</td>
      <td><Scope words={scopeWords(grant, t)} /></td>
      <td>{showDate(lastDay)}</td>
      <td data-align="end">{state === 'inForce' ? showNumber(daysLeft) : ''}</td>
      <td><StatusBadge tone={toneOf(grant, warningDays)}>{t(`access.state.${state}`)}</StatusBadge></td>
    </>
  );
}

function Row({ official, signs, onIssue, onRevoke, onHistory }: Acts & { readonly official: Official; readonly signs: boolean; readonly onHistory: () => void }) {
  const { t } = useTexts();
  const { officer: me } = useSession();
  const { officer, grants } = official;
  const grant = standingOf(official);
  const mine = signs && officer.state === 'active' && contentRoles.includes(officer.role) && (officer.id !== me.id || me.role === 'director');
  return (
    <tr data-closed={officer.state === 'disabled' || undefined}>
      <th scope="row">{officer.name}<div className={styles['dim']}>{t(`frame.roles.${officer.role}`)}{officer.state === 'disabled' && `, ${t('access.officials.closed')}`}</div></th>
      <Standing official={official} grant={grant} />
      <td>
        <div className={styles['acts']}>
          {mine && <Button tone="quiet" label={t('access.issue.actOf', { name: officer.name })} onClick={() => onIssue(official)}>{t('access.issue.actShort')}</Button>}
          {mine && grant !== undefined && grant.state !== 'revoked' && <Button tone="quiet" label={t('access.revoke.actOf', { name: officer.name })} onClick={() => onRevoke(official, grant)}>{t('access.revoke.act')}</Button>}
          {grants.length > 0 && <Button tone="quiet" label={t('access.officials.history', { name: officer.name })} onClick={onHistory}>{t('access.officials.historyShort')}</Button>}
        </div>
      </td>
    </tr>
  );
}

/** Every official with the grant that counts today; earlier ones behind it. */
export function Officials({ listed, onIssue, onRevoke }: Acts & { readonly listed: Listed }) {
  const { t, language } = useTexts();
  const [shown, setShown] = useState<Official | undefined>();
  const order = inOrderOf(language);
  const closed = ({ officer }: Official): number => (officer.state === 'disabled' ? 1 : 0);
  const rows = listed.officials.toSorted((a, b) => closed(a) - closed(b) || order(a.officer.name, b.officer.name));
  return (
    <Panel title={t('access.officials.title')} bare>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled sideways with the keyboard where it is narrow */}
      <section className={styles['scroll']} aria-label={t('access.officials.title')} tabIndex={0}>
        <table className={styles['table']}>
          <thead><tr>{columns.map((each) => <th key={each} scope="col" data-align={each === 'left' ? 'end' : undefined}>{t(`access.officials.${each}`)}</th>)}</tr></thead>
          <tbody>{rows.map((official) => <Row key={official.officer.id} official={official} signs={listed.signs} onIssue={onIssue} onRevoke={onRevoke} onHistory={() => setShown(official)} />)}</tbody>
        </table>
      </section>
      {shown && (
        <Dialog open onClose={() => setShown(undefined)} title={t('access.officials.history', { name: shown.officer.name })}>
          <div className={styles['history']}>{shown.grants.map((grant) => <GrantDetails key={grant.id} grant={grant} empty="" />)}</div>
        </Dialog>
      )}
    </Panel>
  );
}
