import { Icon } from '../../components/Icon.tsx';
import { Definitions, Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { useScreenGrif } from '../../frame/shown.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { useBodyNames } from '../common/useBodyNames.ts';
import styles from './packages.module.css';
import { RegisterPackage } from './RegisterPackage.tsx';
import type { Verified } from './verifiedHere.ts';
import { VerifiedItems } from './VerifiedItems.tsx';

const checks = ['signature', 'addressee', 'order', 'replay', 'manifest', 'names'] as const;

/** What was verified, what is in it, and its registration; one of ours is only looked at. */
export function VerifiedPackage({ verified }: { readonly verified: Verified }) {
  const { t } = useTexts();
  const { nameOf } = useBodyNames();
  const { found, packageId } = verified;
  useScreenGrif(...found.items.map((item) => item.degree));
  const own = found.sender === 'CENTRE';
  return (
    <>
      <Panel title={t('packages.oneNumber', { number: found.number })}>
        <div className={common['stack']}>
          <output className={styles['verdict']} data-good="true"><Icon name="check" />{t('packages.in.good')}</output>
          <ul className={styles['checks']} aria-label={t('packages.in.checked')}>
            {checks.filter((each) => !own || each !== 'replay').map((each) => <li key={each}><Icon name="check" size={12} /><span>{t(`packages.checks.${each}`)}</span></li>)}
          </ul>
          <Definitions rows={[
            [t('packages.columns.sender'), nameOf(found.sender)],
            [t('packages.columns.recipient'), nameOf(found.recipient)],
            [t('packages.date'), showDate(found.date)],
            [t('release.sealed.hash'), <span key="h" className={common['mono']}>{found.sha256}</span>],
            ...(found.documents.length === 0 ? [] : [[t('packages.papers'), found.documents.map(({ kind }) => t(`packages.paperKinds.${kind}`)).join(', ')] as const]),
          ]} />
          {own && <Note tone="info">{t('packages.in.own')}</Note>}
        </div>
      </Panel>
      {!own && packageId === undefined && <RegisterPackage verified={verified} />}
      <VerifiedItems verified={verified} />
    </>
  );
}
