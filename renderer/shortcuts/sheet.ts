import { makeStore } from '../frame/store.ts';

export const sheetOpen = makeStore(false);
export const openSheet = (): void => sheetOpen.set(true);
export const closeSheet = (): void => sheetOpen.set(false);
