import annex2 from '#assets/reference/annex2.json' with { type: 'json' };
import { Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { languages } from '../../language/plurals.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './reference.module.css';

type Wording = Readonly<Record<(typeof languages)[number], string>>;

function Wordings({ caption, rows, coded }: { readonly caption: string; readonly rows: Readonly<Record<string, Wording>>; readonly coded: boolean }) {
  const { t } = useTexts();
  return (
    <Panel title={caption} bare>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead><tr>{coded && <th scope="col">{t('reference.annex2.code')}</th>}{languages.map((each) => <th key={each} scope="col">{t(`reference.languages.${each}`)}</th>)}</tr></thead>
          <tbody>
            {Object.entries(rows).map(([code, wording]) => (
              <tr key={code}>{coded && <th scope="row">{code}</th>}{languages.map((each) => <td key={each} lang={each}>{wording[each]}</td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** The evaluation of Annex 2 in the three languages, and its six kinds of source. */
export function Annex2Tab() {
  const { t, language } = useTexts();
  return (
    <div className={styles['stack']}>
      <Note tone="info">{t('components.unofficial')}</Note>
      <Wordings caption={annex2.axes.source[language]} rows={annex2.source} coded />
      <Wordings caption={annex2.axes.accuracy[language]} rows={annex2.accuracy} coded />
      <Wordings caption={t('reference.annex2.sourceKinds')} rows={annex2.sourceKind} coded={false} />
    </div>
  );
}
