import { asked } from './asked.ts';
import { exchange, packagesOut } from './exchange.ts';
import { holdings } from './holdings.ts';
import { incidentParts, incidents } from './incidents.ts';
import { materials } from './materials.ts';
import { notices, outgoingNumbers } from './notices.ts';
import { officers } from './officers.ts';
import { packagesIn } from './packages-in.ts';
import { reference } from './reference.ts';
import type { Projection } from './types.ts';

/** Built from every act, without content; in this order. */
export const registryProjections: readonly Projection[] = [officers, holdings, reference, packagesIn, packagesOut, outgoingNumbers, incidents];

/** Built in each holding from the acts that hold content there; in this order. */
export const holdingProjections: readonly Projection[] = [materials, notices, incidentParts, exchange, asked];
