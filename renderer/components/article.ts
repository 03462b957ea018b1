import { makeStore, useStore } from '../frame/store.ts';

/** The article of the Agreement that the officer asked to read, shown in a drawer over any screen. */
const wanted = makeStore<string | null>(null);
export const showArticle = (article: string): void => wanted.set(article);
export const hideArticle = (): void => wanted.set(null);
export const useWantedArticle = (): string | null => useStore(wanted);
