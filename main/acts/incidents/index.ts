import { close } from './close.ts';
import { complete } from './complete.ts';
import { open } from './open.ts';
import { namePerson } from './person.ts';
import { record } from './record.ts';
import { dismiss } from './suspicions.ts';

export const incidentsActs = { 'incidents.open': open, 'incidents.complete': complete, 'incidents.record': record, 'incidents.close': close, 'incidents.namePerson': namePerson, 'incidents.dismissSuspicion': dismiss };
