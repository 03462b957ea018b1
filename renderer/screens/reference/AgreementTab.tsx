import { useState } from 'react';
import articles from '#assets/reference/articles.json' with { type: 'json' };
import { articleText } from '../../components/articles.ts';
import { Panel } from '../../components/layout.tsx';
import { Note } from '../../components/notes.tsx';
import { PickList, Sides } from '../../components/PickList.tsx';
import { useTexts } from '../../language/texts.ts';
import styles from './reference.module.css';

const numbers = articles.articles.map(({ number }) => number);

/** The Agreement by article, in the officer's language; there is no English text, so Russian stands for it. */
export function AgreementTab({ begin }: { readonly begin: string | undefined }) {
  const { t, language } = useTexts();
  const [chosen, setChosen] = useState(numbers.find((each) => each === begin) ?? numbers[0]);
  const titleOf = (number: string) => [/^\d/.test(number) ? t('reference.agreement.article', { number }) : '', articleText(number, language)?.title ?? ''].filter(Boolean).join('. ');
  const article = chosen === undefined ? undefined : articleText(chosen, language);
  return (
    <div className={styles['stack']}>
      {article && <Note tone="info"><strong>{t('components.unofficial')}</strong><span>{article.note}</span></Note>}
      <Sides>
        <Panel bare>
          <PickList label={t('reference.agreement.articles')} rows={numbers} idOf={(number) => number} chosen={chosen} onChoose={setChosen}>{(number) => titleOf(number)}</PickList>
        </Panel>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by keys */}
        <section tabIndex={0} aria-label={chosen === undefined ? '' : titleOf(chosen)}>
          <Panel title={chosen === undefined ? '' : titleOf(chosen)}>
            <div className={styles['article']} lang={article?.lang}>{article?.paragraphs.map((each) => <p key={each}>{each}</p>)}</div>
          </Panel>
        </section>
      </Sides>
    </div>
  );
}
