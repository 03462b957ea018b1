import { stateCodes } from '#app/agreement/states.ts';
import type { Answer } from '#app/contract/index.ts';
import { GrifBadge } from '../../components/badges.tsx';
import { useTexts } from '../../language/texts.ts';
import { useStates } from '../common/useStates.ts';
import styles from './reference.module.css';

export type Annex1Version = Answer<'reference.annex1'>[number];
const degrees = ['UPPER', 'LOWER'] as const;

/** The table of Annex 1: two degrees, the seven States, and the Centre's own designations to the letter. */
export function Annex1Table({ version }: { readonly version: Annex1Version }) {
  const { t } = useTexts();
  const { nameOf } = useStates();
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <caption>{t('reference.annex1.version', { id: version.id })}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>{t('reference.annex1.state')}</th>
            {degrees.map((degree) => <th key={degree} scope="colgroup" colSpan={2}><GrifBadge degree={degree} /></th>)}
          </tr>
          <tr>{degrees.flatMap((degree) => [<th key={`${degree} words`} scope="col">{t('reference.annex1.words')}</th>, <th key={`${degree} national`} scope="col">{t('reference.annex1.national')}</th>])}</tr>
        </thead>
        <tbody>
          {stateCodes.map((state) => (
            <tr key={state}>
              <th scope="row">{nameOf(state)}</th>
              {degrees.flatMap((degree) => {
                const { kk, ru, national } = version.rows[state][degree];
                return [
                  <td key={`${degree} words`}><span lang="kk">{kk}</span><br /><span lang="ru" className={styles['dim']}>{ru}</span></td>,
                  <td key={`${degree} national`}>{national.length === 0 ? '—' : national.join('; ')}</td>,
                ];
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('reference.annex1.centre')}</th>
            {degrees.map((degree) => (
              <td key={degree} colSpan={2}><span lang="kk" className={styles['centre']}>{version.centre[degree].kk}</span><br /><span className={styles['dim']}>{version.centre[degree].ru} · {version.centre[degree].en}</span></td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
