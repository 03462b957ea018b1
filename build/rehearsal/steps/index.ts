import type { Step } from '../stage.ts';
import { breach } from './breach.ts';
import { desk } from './desk.ts';
import { demonstration, firstRun } from './door.ts';
import { registerDocument } from './document.ts';
import { journal } from './journal.ts';
import { card, materials } from './materials.ts';
import { notices } from './notices.ts';
import { handOver, lock, officers } from './officers.ts';
import { registerPackage } from './package.ts';
import { openedBack, papers } from './packages.ts';
import { reference } from './reference.ts';
import { consented, refused, sealed } from './release.ts';
import { similar } from './similar.ts';

/** The main job, in the order of a working day. */
export const steps: readonly Step[] = [
  firstRun, demonstration, desk, registerPackage, registerDocument, card, similar, notices, materials,
  refused, consented, sealed, papers, openedBack, breach, handOver, journal, reference, officers, lock,
];
