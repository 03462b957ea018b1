import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenVault } from '#main/vault/vault.ts';
import { median, timed, type Figure } from './figure.ts';
import { filledVault } from './fill.ts';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

/** Attachments of 1 to 16 MiB, until there are so many MiB: sealed into the holdings as every attachment is. */
export async function attach(vault: OpenVault, folder: string, mebibytes: number, onProgress?: (done: number) => void): Promise<void> {
  const source = join(folder, 'source.bin');
  const piece = Buffer.alloc(1024 * 1024);
  const [holding] = vault.holdings();
  if (holding === undefined) throw new Error('no holding to attach to');
  for (let done = 0, n = 0; done < mebibytes; n += 1) {
    const size = Math.min(mebibytes - done, 1 + ((n * 7) % 16));
    writeFileSync(source, '');
    for (let part = 0; part < size; part += 1) appendFileSync(source, randomFillSync(piece));
    const { fileId } = await vault.files.stage(source);
    vault.commit([{ kind: 'bench.attached', result: 'done', subject: null, open: {}, held: [{ holding, content: null }] }], { adopt: [{ fileId, holding }] });
    done += size;
    onProgress?.(done);
  }
  rmSync(source);
}

/**
 * A whole vault to another folder of the same disk: the first backup against `cp -r` with sync; the reading back from the disk, opening and
 * comparing against `diff -r` with a plain copy that the system has no longer in memory either; and a second backup in which little is new. Ours and the peer by turns.
 */
export async function backingUp({ materials, mebibytes, rounds }: { materials: number; mebibytes: number; rounds: number }, onProgress: (what: string, done: number) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'grif-bench-backup-'));
  try {
    const vault = await filledVault(join(folder, 'vault'), materials, (done) => onProgress('materials', done));
    await attach(vault, folder, mebibytes, (done) => onProgress('MiB', done));
    const figures = await backupRounds(vault, folder, { size: `${materials} materials and ${mebibytes} MiB of attachments`, rounds }, (done) => onProgress('round', done));
    vault.lock();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rounds of it over the vault that lies open in `folder/vault`; copies and media stand beside it and are taken away. */
export async function backupRounds(vault: OpenVault, folder: string, { size, rounds }: { size: string; rounds: number }, onRound: (done: number) => void): Promise<Figure[]> {
  const taken: { write: number; cp: number; prove: number; read: number; again: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const copy = join(folder, `copy-${round}`);
    const medium = join(folder, `medium-${round}`);
    mkdirSync(medium);
    vault.backup.mark(medium, { id: 'm'.repeat(20), number: '1' });
    execFileSync('sync');
    const cp = await timed(() => execFileSync('sh', ['-c', 'cp -r "$0" "$1" && find "$1" -type f -exec sync {} +', join(folder, 'vault'), copy]));
    // The system's memory is as free for ours as it was for the copy, which is read from the disk later, as ours is.
    execFileSync('find', [copy, '-type', 'f', '-exec', 'dd', 'if={}', 'iflag=nocache', 'count=0', 'status=none', ';']);
    const order = { ...quiet, folder: medium, medium: 'm'.repeat(20) };
    let made: Awaited<ReturnType<OpenVault['backup']['write']>> | undefined;
    const write = await timed(async () => { made = await vault.backup.write({ ...order, generation: 1 }); });
    const read = await timed(() => execFileSync('sh', ['-c', 'diff -r "$0" "$1" || true', join(folder, 'vault'), copy]));
    const prove = await timed(() => made?.prove(quiet));
    const again = await timed(() => vault.backup.write({ ...order, generation: 2 }));
    taken.push({ write, cp, prove, read, again });
    for (const done of [copy, medium]) rmSync(done, { recursive: true });
    onRound(round + 1);
  }
  const figure = (what: string, peer: string, ours: (one: (typeof taken)[number]) => number, theirs: (one: (typeof taken)[number]) => number): Figure => ({
    what, peer, rounds, ours: median(taken.map(ours)), theirs: median(taken.map(theirs)), ratio: median(taken.map((one) => ours(one) / theirs(one))),
  });
  return [
    figure(`back up ${size}, flushed`, 'cp -r and sync', ({ write }) => write, ({ cp }) => cp),
    figure('read it back, open and compare it', 'diff -r with the copy, read from the disk', ({ prove }) => prove, ({ read }) => read),
    figure('back up, read back, open and compare', 'cp -r, sync and diff -r', ({ write, prove }) => write + prove, ({ cp, read }) => cp + read),
    figure('back up again, nothing new', 'cp -r and sync', ({ again }) => again, ({ cp }) => cp),
  ];
}
