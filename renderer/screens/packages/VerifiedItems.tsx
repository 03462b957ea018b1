import { useState } from 'react';
import { EvaluationBadge, GrifBadge } from '../../components/badges.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { findDraft, putDraft } from '../../desk/drafts.ts';
import { go } from '../../frame/router.ts';
import { useSession } from '../../frame/session.ts';
import { showDate, showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { CardLink } from '../common/CardLink.tsx';
import common from '../common/common.module.css';
import { consentInWords } from './consentReference.ts';
import { documentDraft, draftOfItem, type VerifiedItem } from './itemDraft.ts';
import styles from './packages.module.css';
import type { Verified } from './verifiedHere.ts';

function Item({ item, action }: { readonly item: VerifiedItem; readonly action: React.ReactNode }) {
  const { t, language } = useTexts();
  return (
    <li className={styles['item']}>
      <span className={styles['foundLine']}>
        <strong>{item.registrationNumber}</strong><GrifBadge degree={item.degree} /><EvaluationBadge code={item.evaluation} />
        <span className={styles['end']}>{action}</span>
      </span>
      <Definitions rows={[
        [t('packages.item.marking'), item.marking],
        ...(item.registrationDate === null ? [] : [[t('packages.item.date'), showDate(item.registrationDate)] as const]),
        [t('packages.item.copy'), [item.copyNo === null ? '—' : String(item.copyNo), item.sheets === null ? '' : t('packages.item.sheets', { count: item.sheets })].filter(Boolean).join(' · ')],
        ...(item.restrictions.length === 0 ? [] : [[t('packages.item.restrictions'), item.restrictions.join('\n')] as const]),
        ...(item.consent === '' ? [] : [[t('packages.item.consent'), consentInWords(item.consent, t)] as const]),
        ...item.attributes.map(({ name, value }) => [name, value] as const),
        ...(item.files.length === 0 ? [] : [[t('packages.item.files'), item.files.map((file) => `${file.name} (${showSize(file.size, language)})`).join('\n')] as const]),
      ]} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the keyboard */}
      {item.text !== '' && <pre className={styles['text']} lang={item.language} tabIndex={0} aria-label={t('packages.item.text')}>{item.text}</pre>}
    </li>
  );
}

/** The items of a verified package; once the package is registered each opens the registration form with what its sender wrote. */
export function VerifiedItems({ verified: { found, packageId } }: { readonly verified: Verified }) {
  const { t } = useTexts();
  const { officer } = useSession();
  const { value: card } = useQuestion(registry.incoming.card, packageId === undefined ? undefined : { packageId }, ['materials']);
  const [over, setOver] = useState<VerifiedItem | undefined>();
  const [failed, setFailed] = useState(false);
  const hand = async (item: VerifiedItem) => {
    if (packageId === undefined) return;
    const kept = await putDraft(officer.id, documentDraft(packageId), draftOfItem(item, found.date));
    setFailed(!kept);
    if (kept) go('register', { packageId });
  };
  const open = async (item: VerifiedItem) => {
    if (packageId !== undefined && await findDraft(officer.id, documentDraft(packageId))) setOver(item);
    else await hand(item);
  };
  return (
    <Panel title={t('packages.in.items', { count: found.items.length })}>
      <div className={common['stack']}>
        {packageId === undefined && found.sender !== 'CENTRE' && <Note tone="info">{t('packages.in.packageFirst')}</Note>}
        {card && card.materials.length > 0 && (
          <span className={common['actions']}>{t('packages.in.registered')} {card.materials.map(({ id, regNo }) => <CardLink key={id} materialId={id}>{regNo}</CardLink>)}</span>
        )}
        {failed && <Note tone="error">{t('packages.in.noDraft')}</Note>}
        <ul className={common['list']} aria-label={t('packages.contents')}>
          {found.items.map((item) => (
            <Item key={`${item.registrationNumber} ${item.copyNo}`} item={item}
              action={packageId === undefined ? null : <Button icon="incoming" label={`${t('packages.in.registerItem')} ${item.registrationNumber}`} onClick={() => void open(item)}>{t('packages.in.registerItem')}</Button>} />
          ))}
        </ul>
      </div>
      <Dialog open={over !== undefined} onClose={() => setOver(undefined)} title={t('packages.in.draftThere')} size="small">
        <div className={common['stack']}>
          <span>{t('packages.in.draftThereMeans')}</span>
          <div className={common['actions']}>
            <Button tone="main" onClick={() => { if (packageId !== undefined) go('register', { packageId }); }}>{t('packages.in.continueDraft')}</Button>
            <Button onClick={() => { if (over) void hand(over); }}>{t('packages.in.replaceDraft')}</Button>
          </div>
        </div>
      </Dialog>
    </Panel>
  );
}
