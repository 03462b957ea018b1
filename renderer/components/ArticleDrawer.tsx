import { useTexts } from '../language/texts.ts';
import { articleText } from './articles.ts';
import { hideArticle, useWantedArticle } from './article.ts';
import { Drawer } from './Dialog.tsx';
import { Empty } from './notes.tsx';

/** The article behind a refusal, in the officer's language, marked as an unofficial translation. */
export function ArticleDrawer() {
  const { t, language } = useTexts();
  const article = useWantedArticle();
  const found = article === null ? undefined : articleText(article, language);
  return (
    <Drawer open={article !== null} onClose={hideArticle} title={found?.title ?? t('components.refusal.article', { article: article ?? '' })}>
      {found ? <>{found.paragraphs.map((each) => <p key={each}>{each}</p>)}<p><small>{t('components.unofficial')}</small></p></>
        : <Empty icon="journal">{t('components.refusal.noText')}</Empty>}
    </Drawer>
  );
}
