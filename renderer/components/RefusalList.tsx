import type { Refusal } from '#app/contract/refusals.ts';
import { useTexts, type Texts } from '../language/texts.ts';
import { showArticle } from './article.ts';
import { showVaultPlace } from './vaultPlace.ts';
import styles from './small.module.css';

/** The words of a refusal; its code where no words were written for it. */
export const wordsOf = (refusal: Refusal, maybe: Texts['maybe'], t?: Texts['t']): string =>
  maybe(`refusals.codes.${refusal.code}`, t === undefined ? refusal.params : withPlace(refusal, t)) ?? refusal.code;

/** A place in the vault in words. */
function withPlace({ code, params }: Refusal, t: Texts['t']): Refusal['params'] {
  const { place } = params;
  return code.startsWith('vault.') && typeof place === 'string' ? { ...params, place: showVaultPlace(place, t) } : params;
}

function One({ refusal }: { readonly refusal: Refusal }) {
  const { t, maybe } = useTexts();
  const missing = refusal.missing && (maybe(`refusals.missing.${refusal.missing}`) ?? refusal.missing);
  const supplier = refusal.supplier && (maybe(`refusals.suppliers.${refusal.supplier.kind}`) ?? refusal.supplier.kind);
  const wayOut = maybe(`refusals.wayOut.${refusal.code}`, refusal.params);
  return (
    <li className={styles['refusal']} data-code={refusal.code}>
      <span className={styles['refusalWhat']}>{wordsOf(refusal, maybe, t)}</span>
      {wayOut && <span>{wayOut}</span>}
      <span className={styles['refusalMore']}>
        <button type="button" className={styles['article']} onClick={() => showArticle(refusal.article)}>
          {t('components.refusal.article', { article: refusal.article })}
        </button>
        <span>{t('components.refusal.rule', { rule: refusal.rule })}</span>
        {missing && <span>{t('components.refusal.missing', { what: missing })}</span>}
        {supplier && <span>{t('components.refusal.supplier', { who: [supplier, refusal.supplier?.code].filter(Boolean).join(' ') })}</span>}
      </span>
    </li>
  );
}

/** Why the registry said no: what, by which rule and article, what is missing and who can supply it. */
export function RefusalList({ refusals }: { readonly refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null;
  return (
    <div role="alert">
      <ul className={styles['refusals']}>
        {refusals.map((refusal) => <One key={`${refusal.code} ${JSON.stringify(refusal.params)}`} refusal={refusal} />)}
      </ul>
    </div>
  );
}
