import { holdings } from './holdings.ts';
import { officers } from './officers.ts';
import type { Projection } from './types.ts';

/** Built from every act, without content; in this order. */
export const registryProjections: readonly Projection[] = [officers, holdings];

/** Built in each holding from the acts that hold content there; in this order. */
export const holdingProjections: readonly Projection[] = [];
