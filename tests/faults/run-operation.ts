import { writeSync } from 'node:fs';
import { sayLine } from './confirmed.ts';
import { deskAt } from './desk.ts';
import { operations } from './operations.ts';

/** One operation as a program of its own, for being traced or killed: `run-operation.ts NAME FOLDER`. */
const [, , name = '', folder = ''] = process.argv;
const operation = operations.find((one) => one.name === name);
if (operation === undefined) throw new Error(`there is no operation called ${name}`);
const desk = deskAt(folder);
await operation.run(desk, (one) => { writeSync(1, sayLine(one)); });
desk.end();
