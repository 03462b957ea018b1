import { StatusBadge } from '../../components/badges.tsx';
import { Definitions } from '../../components/layout.tsx';
import { showDate, showDateTime, showNumber } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { documentWords, scopeWords, toneOf, warningDays, type ShownGrant } from './words.ts';

/** A grant with the certificate behind it, as the papers have it. */
export function GrantDetails({ grant, empty }: { readonly grant: ShownGrant | undefined; readonly empty: string }) {
  const { t } = useTexts();
  if (grant === undefined) return <p>{empty}</p>;
  const { clearance, document, lastDay, daysLeft, state, issuedAt, issuedBy, byDeputy, revoked } = grant;
  return (
    <Definitions rows={[
      [t('access.officials.state'), <StatusBadge key="state" tone={toneOf(grant, warningDays)}>{t(`access.state.${state}`)}</StatusBadge>],
      [t('access.officials.scope'), scopeWords(grant, t)],
      [t('access.officials.until'), showDate(lastDay)],
      [t('access.officials.left'), state === 'inForce' ? showNumber(daysLeft) : ''],
      [t('access.officials.clearance'), `${clearance.number}, ${clearance.issuer}, ${t(`components.grif.${clearance.degree}`)}, ${t('access.deputy.period', { from: showDate(clearance.from), to: showDate(clearance.to) })}`],
      [t('access.officials.grant'), `${documentWords(document, t)}, ${t('access.deputy.period', { from: showDate(grant.from), to: showDate(grant.to) })}`],
      [t('access.signed'), `${showDateTime(issuedAt)}, ${issuedBy}${byDeputy ? `, ${t('access.byDeputy')}` : ''}`],
      ...(revoked === null ? [] : [[t('access.revokedAt'), `${showDateTime(revoked.at)}, ${revoked.by}: ${revoked.reason}`] as const]),
    ]} />
  );
}
