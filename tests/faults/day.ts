import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { withJournal } from '#main/scenario/leave.ts';
import { loadScenario } from '#main/scenario/load.ts';
import { play } from '#main/scenario/player.ts';
import { surpriseLines } from '#main/scenario/tell.ts';
import { chromiumBinary } from '#main/shell/chromium/binary.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { assets } from './desk.ts';

/** A working day as a program of its own, for being watched: the scenarios that ship with the program, papers and all: `day.ts FOLDER`. */
const [, , folder = ''] = process.argv;
const printer = chromiumBinary() === undefined ? undefined : createChromiumPrinter();
try {
  for (const name of readdirSync(join(assets, 'scenarios')).filter((one) => /^s\d/.test(one)).toSorted()) {
    const scenario = withJournal(loadScenario(join(assets, 'scenarios', name)));
    // Without a printer its papers are left out, and nothing else.
    const steps = printer === undefined ? scenario.steps.filter(({ method }) => !method.startsWith('documents.')) : scenario.steps;
    const surprise = await play({ ...scenario, steps }, { folder: join(folder, name), assets, version: '0', passphrase: 'вымышленный сценарий', workstation: 'TEST', ...(printer === undefined ? {} : { printer }) });
    if (surprise !== null) throw new Error(surpriseLines(surprise).join('\n'));
  }
} finally {
  await printer?.close();
}
