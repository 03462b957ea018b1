import { execFileSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { verifyPackage } from '#main/packages/verify.ts';
import { writePackage } from '#main/packages/write.ts';
import { median } from './figure.ts';
import { fillIncompressible } from './incompressible.ts';

export interface PackageFigures {
  readonly mebibytes: number;
  /** Seconds, medians of the rounds. `seal` ends when the package is flushed and renamed; `readBack` follows. */
  readonly seconds: { readonly cp: number; readonly seal: number; readonly readBack: number; readonly verify: number };
  /** Speed of sealing to `cp`, both with fsync: 1 is as fast, above 1 faster. */
  readonly ratio: number;
  /** The same with the reading back counted in. */
  readonly ratioWithReadBack: number;
}

/**
 * Seals one file into a package and compares with `cp` and fsync of the same file in the same folder, round by
 * round, so that noise of the machine meets both.
 */
export async function packageBenchmark(options: { mebibytes?: number; rounds?: number; folder?: string } = {}): Promise<PackageFigures> {
  const { mebibytes = 256, rounds = 5 } = options;
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'grif-bench-package-'));
  try {
    const source = join(folder, 'source.bin');
    await fillIncompressible(source, mebibytes);
    const taken: { cp: number; seal: number; readBack: number; verify: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      taken.push({ cp: await copy(source, join(folder, 'copy.bin')), ...(await sealOnce(source, mebibytes, folder, round)) });
    }
    const middle = (of: (one: (typeof taken)[number]) => number) => median(taken.map(of));
    return {
      mebibytes,
      seconds: { cp: middle((t) => t.cp), seal: middle((t) => t.seal), readBack: middle((t) => t.readBack), verify: middle((t) => t.verify) },
      ratio: middle((t) => t.cp / t.seal),
      ratioWithReadBack: middle((t) => t.cp / (t.seal + t.readBack)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sealOnce(source: string, mebibytes: number, folder: string, round: number) {
  const sender = nacl.sign.keyPair();
  const addressee = nacl.box.keyPair();
  const facts = { registrationNumber: '02/1', copyNumber: '1', sheets: null, markingVerbatim: '', grif: 'LOWER' as const, evaluationVerbatim: null, restrictions: [], consentReference: null, originatorReference: null };
  const file = { name: 'source.bin', bytes: mebibytes * 1024 ** 2, open: () => createReadStream(source, { highWaterMark: 1024 ** 2 }) };
  const start = performance.now();
  let sealed = start;
  const end = await writePackage({
    label: { number: `B/${round}`, sender: 'CARICC', addressee: 'UZ-01', date: '2026-11-22' },
    contents: { items: [{ ...facts, files: [file] }], documents: [] },
    senderKeys: sender,
    addresseeKeys: [addressee.publicKey],
    folder,
    onState: (state) => {
      if (state.state === 'readingBack' && state.bytes === 0) sealed = performance.now();
    },
  });
  const done = performance.now();
  if (end.state !== 'written') throw new Error(`not written: ${JSON.stringify(end)}`);
  await verifyPackage(end.path, { recipientKeys: [addressee], knownSenders: [{ body: 'CARICC', publicKey: sender.publicKey }], seen: () => false });
  const verified = performance.now();
  await unlink(end.path);
  return { seal: (sealed - start) / 1000, readBack: (done - sealed) / 1000, verify: (verified - done) / 1000 };
}

async function copy(source: string, target: string): Promise<number> {
  const start = performance.now();
  execFileSync('cp', [source, target]);
  const handle = await open(target, 'r+');
  await handle.sync();
  await handle.close();
  const taken = performance.now() - start;
  await unlink(target);
  return taken / 1000;
}
