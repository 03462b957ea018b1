import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { leave, withJournal } from '#main/scenario/leave.ts';
import { loadScenario, parseScenario } from '#main/scenario/load.ts';
import { scenarioPassphrase } from '#main/scenario/passphrase.ts';
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

test('S1 to S5 and S7 are shipped, with their base, the demonstration and those of single articles', () => {
  expect(shipped).toEqual(expect.arrayContaining(['base.json', 'demonstration.json', 's1.json', 's2.json', 's3.json', 's4.json', 's5.json', 's7.json']));
  for (const name of shipped) expect(name).toMatch(/^(base|demonstration|s\d|a\d\d-[a-z0-9-]+)\.json$/);
});

test.each(shipped)('%s plays as written', async (name) => {
  const scenario = withJournal(loadScenario(join(assets, 'scenarios', name)));
  const out = join(folder, name, 'out');
  const left: string[] = [];
  const surprise = await play(scenario, {
    folder: join(folder, name), assets, version: '0', passphrase: scenarioPassphrase, workstation: 'TEST', printer,
    onStep: (played) => { left.push(...leave(played, out)); },
  });
  expect(surprise === null ? [] : surpriseLines(surprise)).toEqual([]);
  const papers = scenario.steps.filter(({ method, refused }) => method === 'documents.prepare' && refused === undefined).length;
  const packages = scenario.steps.filter(({ method, refused }) => method.startsWith('release.seal') && refused === undefined).length;
  expect(left.filter((file) => file.endsWith('.pdf'))).toHaveLength(papers);
  expect(left.filter((file) => file.endsWith('.txt'))).toHaveLength(papers);
  expect(left.filter((file) => file.endsWith('.grifpkg'))).toHaveLength(packages);
  expect(left.filter((file) => file.endsWith('-journal.jsonl'))).toHaveLength(1);
  for (const file of left.filter((one) => one.endsWith('.pdf'))) expect(readFileSync(join(out, file)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the example of docs/scenarios.md plays as written', async () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/scenarios.md'), 'utf8');
  const [, json = ''] = /<!-- example -->\n```json\n([^]*?)```/.exec(page) ?? [];
  const surprise = await play(parseScenario(JSON.parse(json), 'docs/scenarios.md'), {
    folder: join(folder, 'example'), assets, version: '0', passphrase: scenarioPassphrase, workstation: 'TEST',
  });
  expect(surprise).toBeNull();
});

/** R7.4: nothing of the other side, on no page, in no footer, on no back, in no property of the file. */
test.each([
  ['UZ-01', '4/118', ['TJ', 'Чинор', '09-31', '20.05.2026', 'МАХФӢ', 'C3', 'Таджикистан']],
  ['TJ-01', '09-31', ['UZ', 'Lochin', '4/118', '14.05.2026', 'MAXFIY', 'B2', 'Узбекистан']],
])('the PDF of the neutral notice for %s names its own material and nothing of the other side', async (body, own, others) => {
  const out = join(folder, 's2.json', 'out');
  const named = readdirSync(out).filter((file) => file.endsWith(`P9-для-${body}.pdf`));
  expect(named).toHaveLength(1);
  const bytes = readFileSync(join(out, named[0] ?? ''));
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const texts: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await loading.destroy();
  expect(texts.length).toBeGreaterThan(1);
  const text = texts.join('\n');
  expect(text).toContain(own);
  for (const other of others) expect([other, text.includes(other)]).toEqual([other, false]);
  for (const property of ['/Author', '/Creator', '/Producer', '/CreationDate', '/ModDate', '/Subject', '/Keywords', ...others.filter((one) => one.length > 3)]) {
    expect([property, bytes.includes(property)]).toEqual([property, false]);
  }
});
