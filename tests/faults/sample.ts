import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { consentOf, freshJob, newWorld, passphrase, received } from '#main/acts/exchange/world.fixture.ts';
import { windowOfPaths } from '#main/acts/exchange/window.fixture.ts';
import { madeOnce } from '#main/made-once.fixture.ts';
import { testGrant } from '#main/registry.fixture.ts';
import { holdingName } from '#main/vault/act-body.ts';
import type { Attachment } from './look.ts';

/** Two images of one small fictional vault: locked in order, and as a crash leaves it with its last acts still in the write-ahead logs. */
export interface Sample {
  readonly closed: string;
  readonly crashed: string;
  readonly attachments: readonly Attachment[];
  /** Images of earlier days of the closed one, the oldest first. */
  readonly days: readonly string[];
}

/** The images are made once in a run and read only. */
export async function sampleIn(): Promise<Sample> {
  const folder = await madeOnce('faults-sample', async (made) => writeFileSync(join(made, attachmentsFile), JSON.stringify(await makeSample(made))));
  const at = (name: string): string => join(folder, name);
  return { closed: at('closed'), crashed: at('crashed'), days: ['day1', 'day2', 'day3'].map(at), attachments: z.array(attachmentShape).parse(JSON.parse(readFileSync(at(attachmentsFile), 'utf8'))) };
}

const attachmentsFile = 'attachments.json';
const attachmentShape = z.strictObject({ holding: holdingName, fileId: z.string() });

/** Answers the attachments that the images hold. */
async function makeSample(folder: string): Promise<readonly Attachment[]> {
  const world = await newWorld({ shell: windowOfPaths() });
  const vault = join(world.folder, 'data/vault');
  const lockedAs = async (name: string): Promise<void> => {
    // The director reads the journal, so that its index is there too.
    await world.as('d');
    await world.ask('journal.page', { officer: null, kind: 'session.', result: null, subject: null, from: null, to: null, text: '', cursor: null, limit: 20 });
    world.registry.lock();
    await world.refused('session.unlock', { login: 'd', passphrase: 'не та фраза вовсе' });
    cpSync(vault, join(folder, name), { recursive: true });
  };
  const attachments: Attachment[] = [];
  const stage = async (number: string, bytes: number): Promise<string> => {
    const token = join(world.folder, `chosen${number.replace('/', '-')}`);
    writeFileSync(token, Buffer.alloc(bytes, 'вложение, вымышлено '));
    return (await world.ask('attachments.stage', { fileToken: token, name: 'схема.bin', jobId: freshJob() })).fileId;
  };
  const registered = async (body: string, number: string, bytes: number): Promise<string> => {
    const fileId = await stage(number, bytes);
    const { materialId } = await received(world, { body, number, attachments: [{ fileId, name: 'схема.bin' }] });
    attachments.push({ holding: `${body}/LOWER`, fileId });
    return materialId;
  };
  try {
    mkdirSync(folder, { recursive: true });
    const first = await registered('UZ-01', '6/1', 70_000);
    await lockedAs('day1');
    // A day on which much of what is no act changes: keys, scopes, places due, staged files, the blind index.
    await world.as('r');
    const second = await registered('TJ-01', '6/2', 900);
    await stage('6/8', 1200);
    await world.ask('consents.record', consentOf([second], 'TJ-01', { kind: 'body', codes: ['UZ-01'] }, { number: '7/1' }));
    await world.ask('materials.page', { filter: { text: 'Oqtepa' }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 10 });
    await world.as('d');
    const { officerId } = await world.ask('officers.enrol', { login: 'a', name: 'аналитик А-1', role: 'analyst', passphrase });
    await world.ask('access.issue', testGrant(officerId, { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
    await lockedAs('day2');
    await world.as('d');
    const standing = (await world.ask('access.list', {})).officials.find(({ officer }) => officer.login === 'a')?.grants[0]?.id ?? '';
    await world.ask('access.revoke', { grantId: standing, reason: 'перевод (вымышлено)', document: { number: '9', date: '2026-05-09' } });
    await world.ask('access.rekey', {});
    // Pages of a day before the holdings were encrypted anew open under no key of today: the last day is one after it.
    await lockedAs('day3');
    await world.as('r');
    await received(world, { number: '6/5', text: 'Ещё один вымышленный текст: условный пост «Чинор».' });
    await world.ask('links.decide', { materialId: first, otherId: second, decision: 'similar', reason: 'вымышлено' });
    await stage('6/9', 300);
    await lockedAs('closed');
    await world.as('r');
    await received(world, { number: '6/3' });
    await received(world, { body: 'TJ-01', number: '6/4' });
    const crashed = join(folder, 'crashed');
    cpSync(vault, crashed, { recursive: true });
    rmSync(join(crashed, 'vault.lock'), { force: true });
    return attachments;
  } finally {
    world.close();
  }
}

export interface StoreFile {
  /** Relative to the vault. */
  readonly path: string;
  readonly bytes: number;
  /** The same in every vault: chance names are starred. */
  readonly kind: string;
}

export function storeFiles(vault: string): StoreFile[] {
  return readdirSync(vault, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = relative(vault, join(entry.parentPath, entry.name));
    // Built anew by whoever opens after a crash.
    if (!entry.isFile() || path.endsWith('-shm') || path === 'vault.lock') return [];
    return [{ path, bytes: statSync(join(vault, path)).size, kind: path.replaceAll(/[0-9a-f]{32}|[a-z2-7]{20}/g, '*') }];
  }).filter(({ bytes }) => bytes > 0).toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
