import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, withJournal } from '#main/scenario/leave.ts';
import { loadScenario } from '#main/scenario/load.ts';
import { play } from '#main/scenario/player.ts';
import { surpriseLines } from '#main/scenario/tell.ts';
import { chromiumBinary } from '#main/shell/chromium/binary.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import type { Printer } from '#main/shell/port.ts';

const assets = resolve(import.meta.dirname, '../../assets');
const shipped = readdirSync(join(assets, 'scenarios')).filter((name) => name.endsWith('.json'));

let printer: Printer;
let folder = '';
beforeAll(() => {
  if (chromiumBinary() === undefined) throw new Error('no Chromium found, and the scenarios print: on Debian apt-get install chromium');
  printer = createChromiumPrinter();
  folder = mkdtempSync(join(tmpdir(), 'grif-scenarios-'));
});
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

test('S1 to S5 and S7 are shipped, with their base and the demonstration', () => {
  expect(shipped.toSorted()).toEqual(['base.json', 'demonstration.json', 's1.json', 's2.json', 's3.json', 's4.json', 's5.json', 's7.json']);
});

test.each(shipped)('%s plays as written', async (name) => {
  const scenario = withJournal(loadScenario(join(assets, 'scenarios', name)));
  const out = join(folder, name, 'out');
  const left: string[] = [];
  const surprise = await play(scenario, {
    folder: join(folder, name), assets, version: '0', passphrase: 'вымышленный сценарий', workstation: 'TEST', printer,
    onStep: (played) => { left.push(...leave(played, out)); },
  });
  expect(surprise === null ? [] : surpriseLines(surprise)).toEqual([]);
  const papers = scenario.steps.filter(({ method }) => method === 'documents.prepare').length;
  const packages = scenario.steps.filter(({ method, refused }) => method === 'release.seal' && refused === undefined).length;
  expect(left.filter((file) => file.endsWith('.pdf'))).toHaveLength(papers);
  expect(left.filter((file) => file.endsWith('.txt'))).toHaveLength(papers);
  expect(left.filter((file) => file.endsWith('.grifpkg'))).toHaveLength(packages);
  expect(left.filter((file) => file.endsWith('-journal.jsonl'))).toHaveLength(1);
  for (const file of left.filter((one) => one.endsWith('.pdf'))) expect(readFileSync(join(out, file)).subarray(0, 5).toString()).toBe('%PDF-');
});

/** R7.4: nothing of the other side, also not in what surrounds the text. The PDF's own parts are compressed; its trailer and names are not. */
test('the file of a neutral notice names no other side and no program', () => {
  const out = join(folder, 's2.json', 'out');
  const [uz = '', ...more] = readdirSync(out).filter((file) => file.endsWith('P9-для-UZ-01.pdf'));
  expect(more).toEqual([]);
  const bytes = readFileSync(join(out, uz)).toString('latin1');
  for (const part of ['/Author', '/Creator', '/Producer', '/CreationDate', '/ModDate', '/Title', '/Subject', '/Keywords', 'TJ-01', '09-31']) expect([part, bytes.includes(part)]).toEqual([part, false]);
});
