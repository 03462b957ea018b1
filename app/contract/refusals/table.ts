/** Codes of refusals with the rule behind each, `R8.4`, and the number of the article of the Agreement, a key of `assets/reference/articles.json`. */
export type RefusalTable = Readonly<Record<string, { readonly rule: string; readonly article: string }>>;
