import type { MaterialFilter } from '#app/contract/materials.ts';

const isEmpty = (value: unknown) => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A filter without what asks nothing. */
export const tidy = (filter: MaterialFilter): MaterialFilter => Object.fromEntries(Object.entries(filter).filter(([, value]) => !isEmpty(value)));
