import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { freshJob, newWorld, received } from '#main/acts/exchange/world.fixture.ts';
import { windowOfPaths } from '#main/acts/exchange/window.fixture.ts';
import type { Attachment } from './look.ts';

/** Two images of one small fictional vault: locked in order, and as a crash leaves it with its last acts still in the write-ahead logs. */
export interface Sample {
  readonly closed: string;
  readonly crashed: string;
  readonly attachments: readonly Attachment[];
}

export async function makeSample(folder: string): Promise<Sample> {
  const world = await newWorld({ shell: windowOfPaths() });
  const vault = join(world.folder, 'data/vault');
  try {
    const attachments: Attachment[] = [];
    for (const [body, number, bytes] of [['UZ-01', '6/1', 70_000], ['TJ-01', '6/2', 900]] as const) {
      const token = join(world.folder, `chosen${bytes}`);
      writeFileSync(token, Buffer.alloc(bytes, 'вложение, вымышлено '));
      const { fileId } = await world.ask('attachments.stage', { fileToken: token, name: 'схема.bin', jobId: freshJob() });
      await received(world, { body, number, attachments: [{ fileId, name: 'схема.bin' }] });
      attachments.push({ holding: `${body}/LOWER`, fileId });
    }
    await world.ask('materials.page', { filter: { text: 'Oqtepa' }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 10 });
    world.registry.lock();
    await world.ask('session.unlock', { login: 'd', passphrase: 'не та фраза вовсе' }).catch(() => undefined);
    const closed = join(folder, 'closed');
    mkdirSync(folder, { recursive: true });
    cpSync(vault, closed, { recursive: true });
    await world.as('r');
    await received(world, { number: '6/3' });
    await received(world, { body: 'TJ-01', number: '6/4' });
    const crashed = join(folder, 'crashed');
    cpSync(vault, crashed, { recursive: true });
    rmSync(join(crashed, 'vault.lock'), { force: true });
    return { closed, crashed, attachments };
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
