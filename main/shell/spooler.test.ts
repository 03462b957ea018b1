import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { spoolerPrint, spoolerPrinters } from './spooler.ts';
import type { Start } from './spooler.ts';

const folder = mkdtempSync(join(tmpdir(), 'grif-spool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fictional lpstat and lp: they know two printers and keep what they are given. */
function program(name: string, text: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(folder, name), 0o755);
}
program('lpstat', 'echo Archive-2; echo Registry_1');
program('lp', `echo "$@" > ${folder}/words; cat > ${folder}/sheet`);
program('lp-refuses', 'echo "lp: out of paper" >&2; exit 1');

const start = ((name: string, words: string[], options: object) => spawn(join(folder, name), words, options)) as Start;
const refusing = ((name: string, words: string[], options: object) => spawn(join(folder, name === 'lp' ? 'lp-refuses' : name), words, options)) as Start;

it.skipIf(process.platform === 'win32')('hands over exactly the bytes, with a neutral job title', async () => {
  expect(await spoolerPrinters(start)).toEqual(['Archive-2', 'Registry_1']);
  const pdf = new Uint8Array(300_000).map((_, at) => at % 251);
  await spoolerPrint(pdf, { printer: 'Registry_1', copies: 2 }, start);
  expect(new Uint8Array(readFileSync(join(folder, 'sheet')))).toEqual(pdf);
  expect(readFileSync(join(folder, 'words'), 'utf8').trim()).toBe('-d Registry_1 -n 2 -t grif -s -');
});

it.skipIf(process.platform === 'win32')('refuses a printer that the spooler does not name, before anything is sent', async () => {
  rmSync(join(folder, 'sheet'), { force: true });
  for (const printer of ['Other', '-h evil', '', 'Registry_1 -o x']) {
    await expect(spoolerPrint(new Uint8Array(1), { printer, copies: 1 }, start)).rejects.toMatchObject({ code: 'PRINTER_UNKNOWN' });
  }
  for (const copies of [0, -1, 1.5, 100, Number.NaN]) {
    await expect(spoolerPrint(new Uint8Array(1), { printer: 'Registry_1', copies }, start)).rejects.toMatchObject({ code: 'PRINT_FAILED' });
  }
  expect(existsSync(join(folder, 'sheet'))).toBe(false);
});

it.skipIf(process.platform === 'win32')('says what the spooler said when it refuses', async () => {
  await expect(spoolerPrint(new Uint8Array(5_000_000), { printer: 'Registry_1', copies: 1 }, refusing)).rejects.toMatchObject({ code: 'PRINT_FAILED', detail: 'lp: out of paper' });
});

it('names a missing spooler', async () => {
  const missing = ((name: string, words: string[], options: object) => spawn(join(folder, 'none', name), words, options)) as Start;
  await expect(spoolerPrinters(missing)).rejects.toMatchObject({ code: 'SPOOLER_MISSING' });
});
