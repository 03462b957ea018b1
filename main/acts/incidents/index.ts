import { close } from './close.ts';
import { complete } from './complete.ts';
import { open } from './open.ts';

export const incidentsActs = { 'incidents.open': open, 'incidents.complete': complete, 'incidents.close': close };
