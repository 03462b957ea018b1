import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { sayLine, type Confirmation } from './confirmed.ts';
import { commitsIn, deskAt } from './desk.ts';
import { operations } from './operations.ts';

/** One operation as a program of its own, for being traced or killed: `run-operation.ts NAME FOLDER SAFE`. */
const [, , name = '', folder = '', safe = ''] = process.argv;
const operation = operations.find((one) => one.name === name);
if (operation === undefined) throw new Error(`there is no operation called ${name}`);
const confirm = (one: Confirmation): void => { writeSync(1, sayLine(one)); };
// Whatever was answered is confirmed: the acts behind it are among these commits.
const desk = deskAt(folder, safe, () => confirm({ what: 'commits', count: commitsIn(join(folder, 'data/vault')) }));
await operation.run(desk, confirm);
desk.end();
