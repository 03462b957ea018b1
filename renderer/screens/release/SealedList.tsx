import { Definitions } from '../../components/layout.tsx';
import { ErrorNote } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { showDateTime, showSize } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import common from '../common/common.module.css';
import { PackageForms } from '../common/PackageForms.tsx';
import styles from './release.module.css';
import type { Failed, Sealed } from './useSealing.ts';

/** Packages written, read back and compared; each with its number, place and sum. */
export function SealedList({ sealed, nameOf }: { readonly sealed: readonly Sealed[]; readonly nameOf: (code: string) => string }) {
  const { t, language } = useTexts();
  return sealed.map((one) => (
    <section key={one.packageId} className={styles['sealed']} aria-label={t('release.sealed.title', { number: one.number })}>
      <strong>{t('release.sealed.title', { number: one.number })}</strong>
      <Definitions rows={[
        [t('release.sealed.to'), nameOf(one.recipient)],
        [t('release.sealed.items'), String(one.materialIds.length)],
        [t('release.sealed.path'), <span key="p" className={common['mono']}>{one.path}</span>],
        [t('release.sealed.size'), showSize(one.size, language)],
        [t('release.sealed.hash'), <span key="h" className={common['mono']}>{one.sha256}</span>],
        [t('release.sealed.readBack'), showDateTime(one.readBackAt)],
        ...(one.documents.length === 0 ? [[t('release.sealed.papers'), t('release.sealed.noPapers')] as const] : []),
      ]} />
      <PackageForms packageId={one.packageId} />
    </section>
  ));
}

/** Packages that were not written, each with what stood in the way. */
export function FailedList({ failed, nameOf }: { readonly failed: readonly Failed[]; readonly nameOf: (code: string) => string }) {
  const { t } = useTexts();
  return failed.map((one) => (
    <section key={one.recipient} className={styles['failed']} aria-label={t('release.sealed.failed', { who: nameOf(one.recipient) })}>
      <strong>{t('release.sealed.failed', { who: nameOf(one.recipient) })}</strong>
      <RefusalList refusals={one.refusals} />
      <ErrorNote fault={one.fault} />
    </section>
  ));
}
