import { wordsOf } from '../../components/RefusalList.tsx';
import type { TextKey } from '../../language/areas.ts';
import { useTexts } from '../../language/texts.ts';
import type { Outcome, Staying } from './sentence.ts';
import styles from './release.module.css';

const words: readonly TextKey[] = ['release.count.n1', 'release.count.n2', 'release.count.n3', 'release.count.n4', 'release.count.n5', 'release.count.n6', 'release.count.n7'];

/** In words, before anything is sealed: to whom what goes, and who does not get it, because what. */
export function Sentence({ outcome, nameOf }: { readonly outcome: Outcome; readonly nameOf: (code: string) => string }) {
  const { t, maybe } = useTexts();
  const { leaving, staying } = outcome;
  const word = words[leaving.length - 1];
  const why = ({ decisions }: Staying) => [...new Set(decisions.flatMap(({ refusals }) => refusals.map((refusal) => wordsOf(refusal, maybe))))].join(' ');
  return (
    <section className={styles['sentence']} aria-label={t('release.sentence.title')} aria-live="polite">
      {leaving.length === 0 ? <p>{t('release.sentence.nobody')}</p> : (
        <p>
          <strong>{word === undefined ? t('release.count.many', { n: leaving.length }) : t(word)}</strong>
          {' '}{leaving.map(({ recipient, materialIds }) => t('release.sentence.gets', { count: materialIds.length, who: nameOf(recipient) })).join('; ')}.
        </p>
      )}
      {staying.map((one) => (
        <p key={one.recipient} className={styles['staying']}>
          <strong>{one.whole ? t('release.sentence.nothing', { who: nameOf(one.recipient) }) : t('release.sentence.without', { who: nameOf(one.recipient), what: one.regNos.join(', ') })}</strong>
          {' '}{t('release.sentence.because')} {why(one)}
        </p>
      ))}
    </section>
  );
}
