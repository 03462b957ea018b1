import { useTexts } from '../language/texts.ts';
import { showArticle } from './article.ts';
import styles from './small.module.css';

/** Opens the text of the article behind a derived rule: `R20.1` belongs to Article 20. */
export function ArticleLink({ rule }: { readonly rule: string }) {
  const { t } = useTexts();
  const article = /^R(\d+)\./.exec(rule)?.[1];
  return (
    <span>
      {article !== undefined && <button type="button" className={styles['article']} onClick={() => showArticle(article)}>{t('components.refusal.article', { article })}</button>}
      {article !== undefined && ', '}{t('components.refusal.rule', { rule })}
    </span>
  );
}
