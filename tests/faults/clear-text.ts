import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { otherDisk, workFolder } from './cuts.ts';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { dayAttachment, daySearch, dayText, scenarioPhrase, secondPhrase } from './day-texts.ts';
import { assets } from './desk.ts';
import { timed, type Figure } from './figures.ts';
import { bytesOf, callsOf, joinedBytes, pathOf } from './strace-lines.ts';

/** A text is looked for in each form in which a program could let it slip. */
export function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  // Base64 depends on where in a group of three the text begins; its first and last letters on what stands beside it.
  const base64 = [0, 1, 2].flatMap((shift) => [utf8, utf16].map((bytes) => Buffer.from(Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replace(/=+$/, '').slice(shift === 0 ? 0 : 4, -2))));
  const escaped = Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
  return [utf8, utf16, Buffer.from(utf16).swap16(), Buffer.from(encodeURIComponent(text)), Buffer.from(escaped), ...[utf8, utf16].flatMap((bytes) => [Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('hex').toUpperCase())]), ...base64];
}

/** What the scenarios say of content: the words of materials, reasons, facts and searches. Their first letters do: enough to be no chance. */
export function canariesOf(folder: string): string[] {
  const found = new Set<string>(ownCanaries);
  const gather = (value: unknown, key: string): void => {
    if (typeof value === 'string' && contentKeys.has(key) && value.length >= 10) found.add(value.slice(0, 24));
    else if (Array.isArray(value)) for (const one of value) gather(one, key);
    else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) gather(one, name);
  };
  for (const name of readdirSync(folder).filter((one) => /^s\d/.test(one))) gather(JSON.parse(readFileSync(join(folder, name), 'utf8')), '');
  return [...found];
}
/** Passphrases, and what the rest of the day is about (`day.ts`). */
const ownCanaries = [scenarioPhrase, passphrase, secondPhrase, dayText, dayAttachment, daySearch];
const contentKeys: ReadonlySet<string> = new Set(['text', 'summary', 'facts', 'measures', 'purpose', 'conditions', 'restriction', 'remarks']);

const writes = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2'];

/** Plays the day under strace and looks at every byte that it, and every process it starts, writes to any file. */
export async function clearText(): Promise<Figure> {
  const work = workFolder();
  const listing = `${work}.strace`;
  const safe = otherDisk();
  try {
    return await timed(async () => {
      const child = spawn('strace', ['-f', '-qq', '-y', '-xx', '-s', '100000000', '--seccomp-bpf', '-e', `trace=${writes.join(',')}`, '-o', listing, process.execPath, '--no-warnings', join(import.meta.dirname, 'day.ts'), work, safe], {
        stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, UV_USE_IO_URING: '0', TMPDIR: work },
      });
      let told = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => { told += text; });
      const [code] = await once(child, 'close');
      const lines = told.split('\n');
      const { tried, hits } = await scan(listing, canariesOf(join(assets, 'scenarios')).map((text) => ({ text, forms: formsOf(text) })), work);
      return { what: 'a working day, written bytes searched for clear text (writes)', tried, misses: [...hits, ...lines.filter((line) => line.startsWith('clear: ')), ...(lines.some((line) => /^looked through \d{2,} files$/.test(line)) ? [] : ['the files left were not looked through']), ...(code === 0 ? [] : [`the day ended with ${String(code)}`]), ...(tried < 1000 ? ['next to nothing was written: the watch did not see'] : [])] };
    });
  } finally {
    for (const folder of [work, safe]) rmSync(folder, { recursive: true, force: true });
    rmSync(listing, { force: true });
  }
}

/**
 * Every file below these folders in which one of the texts stands, and how many were looked through: what a program wrote through memory (a
 * browser's profile) no system call shows.
 */
export function filesWith(folders: readonly string[], texts: readonly string[]): { looked: number; hits: string[] } {
  const canaries = texts.map((text) => ({ text, forms: formsOf(text) }));
  const hits: string[] = [];
  let looked = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || /\/chosen/.test(path)) continue;
      const bytes = readFileSync(path);
      looked += 1;
      for (const { text, forms } of canaries) if (forms.some((form) => bytes.includes(form))) hits.push(`"${text}" in ${path.slice(folder.length)}`);
    }
  }
  return { looked, hits };
}

/** Files that stand for what is not the program's: what the officer chose on a medium, before it is taken in. */
const ofTheOfficer = (path: string, work: string): boolean => path.startsWith(work) && /\/chosen/.test(path);

async function scan(listing: string, canaries: readonly { text: string; forms: readonly Buffer[] }[], work: string): Promise<{ tried: number; hits: string[] }> {
  const tails = new Map<string, Buffer>();
  const hits = new Set<string>();
  let tried = 0;
  const unfinished = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(listing, 'latin1'), crlfDelay: Infinity })) {
    const [, pid = '', start] = /^(\d+)\s+(.*)<unfinished \.\.\.>$/.exec(line) ?? [];
    if (start !== undefined) {
      unfinished.set(pid, start);
      continue;
    }
    const [, resumedPid = '', rest] = /^(\d+)\s+<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? [];
    const whole = rest === undefined ? line : `${resumedPid} ${unfinished.get(resumedPid) ?? ''}${rest}`;
    for (const { name, args, result } of callsOf(whole)) {
      const path = pathOf(args[0] ?? '');
      if (path === undefined || !path.startsWith('/') || result <= 0 || ofTheOfficer(path, work)) continue;
      const bytes = name.includes('v') ? joinedBytes(args[1] ?? '') : bytesOf(args[1] ?? '');
      tried += 1;
      // A text may lie across two writes.
      const seen = Buffer.concat([tails.get(path) ?? Buffer.alloc(0), bytes]);
      for (const { text, forms } of canaries) if (forms.some((form) => seen.includes(form))) hits.add(`"${text}" in clear in ${path.replace(work, '')}`);
      tails.set(path, seen.subarray(-400));
    }
  }
  return { tried, hits: [...hits] };
}
