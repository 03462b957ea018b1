import { access } from './access.ts';
import { asked } from './asked.ts';
import { backups } from './backups.ts';
import { checks } from './checks.ts';
import { clearances } from './clearances.ts';
import { corrections } from './corrections.ts';
import { door } from './door.ts';
import { exchange } from './exchange.ts';
import { incidents } from './incidents.ts';
import { materials } from './materials.ts';
import { notices } from './notices.ts';
import { officers } from './officers.ts';
import { packagesIn } from './packages-in.ts';
import { packagesOut } from './packages-out.ts';
import { reference } from './reference.ts';
import { suspicions } from './suspicions.ts';
import type { HoldingProjection, RegistryProjection } from './types.ts';

/** Built from the acts of common knowledge; in this order. */
export const registryProjections: readonly RegistryProjection[] = [officers, door, access, reference, backups, checks];

/** Built in each holding from its own parts of acts; in this order. */
export const holdingProjections: readonly HoldingProjection[] = [materials, notices, incidents, exchange, packagesIn, packagesOut, asked, suspicions, clearances, corrections];
