import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';

/**
 * A working day of questions over the vault in `folder/vault`, in a process of its own: every sort, filters, places deep in the lists, searches,
 * cards, what resembles a material, and the desk. Prints the most memory that the process ever had, in KiB, and how long each question took.
 */
const [folder = ''] = process.argv.slice(2);
const registry = createRegistry({ clock: systemClock, dataFolder: folder, workstation: 'BENCH', version: '0', assets: resolve(import.meta.dirname, '../../../assets') });
const taken: Record<string, number[]> = {};
async function ask<T>(name: string, method: string, input: unknown): Promise<T> {
  const begun = performance.now();
  const answer: { ok: boolean; value: T } = JSON.parse(await registry.call(method, JSON.stringify(input)));
  (taken[name] ??= []).push(performance.now() - begun);
  if (!answer.ok) throw new Error(`${method} was refused: ${JSON.stringify(answer)}`);
  return answer.value;
}
interface List {
  readonly rows: readonly { readonly id: string; readonly summary: string; readonly excerpt: string; readonly regNo: string }[];
  readonly next: string | null;
  readonly total: number | null;
}
const newest = { by: 'registeredAt', direction: 'descending' } as const;
const list = (name: string, filter: unknown, sort: unknown = newest, more: object = {}): Promise<List> => ask<List>(name, 'materials.page', { filter, sort, cursor: null, limit: 50, ...more });

await ask('unlock', 'session.unlock', { login: 'director', passphrase: 'fictional' });
const first = await list('first page after unlocking, which opens all holdings', {});
await ask('desk', 'desk.summary', {});
await ask('desk, again', 'desk.summary', {});
for (const by of ['registeredAt', 'receivedOn', 'regNo', 'originator', 'senderNumber', 'degree', 'evaluation']) {
  for (const direction of ['ascending', 'descending']) {
    let page = await list('sorted list', {}, { by, direction });
    for (let n = 0; n < 5 && page.next !== null; n += 1) page = await list('next page', {}, { by, direction }, { cursor: page.next });
    await list('page at a place of the scrollbar', {}, { by, direction }, { skip: (first.total ?? 0) >> 1 });
    await list('filtered list', { language: 'kk', accuracy: '3', receivedFrom: '2026-06-01' }, { by, direction });
    await list('list filtered to nearly nothing', { source: 'missing', sourceKind: 'citizen', language: 'en' }, { by, direction });
  }
}
const deep = await list('page at a place of the scrollbar', {}, newest, { skip: 1000 });
for (const { id, excerpt, regNo } of [...first.rows.slice(0, 15), ...deep.rows.slice(0, 15)]) {
  const words = excerpt.split(/[^\p{L}\p{N}-]+/u).filter((word) => word.length > 3);
  for (const word of words.slice(0, 6)) await list('search for a word', { text: word });
  await list('search for two words', { text: words.slice(1, 3).join(' ') });
  await list('search for a phrase, sorted by receivedOn', { text: `"${words.slice(0, 2).join(' ')}"` }, { by: 'receivedOn', direction: 'ascending' });
  await list('deep in a search', { text: words[0] ?? '' }, newest, { skip: 30_000 });
  await list('list by a part of a number', { number: regNo.slice(-6) });
  await ask('card', 'materials.card', { materialId: id });
  await ask('what resembles a material', 'materials.similar', { materialId: id });
}
console.log(JSON.stringify({ peak: Number(/VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]), resident: Number(/VmRSS:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]), total: first.total, taken, folder: join(folder, 'vault') }));
registry.close();
