import { useTexts } from '../language/texts.ts';
import { articleText } from './articles.ts';
import { hideArticle, useWantedArticle } from './article.ts';
import { Drawer } from './Dialog.tsx';
import { Empty, Note } from './notes.tsx';

/** The article behind a refusal, in the officer's language, marked as an unofficial translation. */
export function ArticleDrawer() {
  const { t, language } = useTexts();
  const number = useWantedArticle();
  const article = number === null ? undefined : articleText(number, language);
  const title = /^\d/.test(number ?? '') ? t('components.refusal.article', { article: number ?? '' }) : '';
  return (
    <Drawer open={number !== null} onClose={hideArticle} title={[title, article?.title].filter(Boolean).join('. ')}>
      {article
        ? <><div lang={article.lang}>{article.paragraphs.map((each) => <p key={each}>{each}</p>)}</div><Note tone="info">{article.note}</Note></>
        : <Empty icon="journal">{t('components.refusal.noText')}</Empty>}
    </Drawer>
  );
}
