import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { pageOver } from '#main/vault/queries/material-pages.ts';
import { finishGently } from '#main/vault/steps.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { appointment, openFilled } from './fill.ts';
import { fillIncompressible } from './incompressible.ts';
import { timed, type Figure } from './figure.ts';

/** Begins a long act of an open vault; it ends with the lock. */
type Act = (vault: OpenVault, aside: string) => Promise<unknown>;

/** Questions one after another, as an officer who searches: the lock comes when the one at hand is answered. */
async function searching(vault: OpenVault): Promise<void> {
  const holdings = vault.holdings().flatMap((name) => { const db = vault.holding(name); return db === undefined ? [] : [{ name, db }]; });
  for (let n = 0; ; n += 1) {
    pageOver(holdings, { text: ['склад', 'mashina', 'a', '123'][n % 4] ?? '' }, { by: 'registeredAt', direction: 'descending' }, { after: null, skip: 0 }, 50);
    await setImmediate();
  }
}

/** Somebody leaves, and what he had a key of is encrypted anew. */
async function encryptingAnew(vault: OpenVault): Promise<void> {
  const id = await vault.enrol({ login: `leaver-${randomBytes(6).toString('hex')}`, name: 'Л', role: 'analyst', passphrase: 'fictional' });
  const grant = vault.issueGrant({ officer: id, clearance: appointment.clearance, scope: { bodies: 'all', degree: 'UPPER' }, from: '2026-01-10', to: '2099-12-31', document: appointment.order });
  vault.revokeGrant(grant, { reason: 'fictional', document: appointment.order });
  await vault.rekey();
}

async function exporting(vault: OpenVault, aside: string): Promise<void> {
  const file = await open(join(aside, 'journal.jsonl'), 'w');
  try {
    for (const line of vault.journal.export()) await file.write(`${line}\n`);
  } finally {
    await file.close();
  }
}

const acts: Readonly<Record<string, Act>> = {
  'nothing runs': () => Promise.resolve(),
  'sealing a long attachment': (vault, aside) => vault.files.stage(join(aside, 'source.bin')),
  'writing a backup': (vault, aside) => vault.backup.write({ folder: aside, generation: 1, medium: 'm'.repeat(20), signal: new AbortController().signal, onProgress: () => undefined }),
  'checking every page': (vault) => finishGently(vault.survey()),
  'verifying the journal': (vault) => finishGently(vault.journal.verify()),
  'building everything anew': (vault) => finishGently(vault.rebuild()),
  'encrypting anew after a revocation': encryptingAnew,
  'exporting the journal': exporting,
  'searching in full text': searching,
};

/** A lock is to be over within so many milliseconds, whatever runs. */
const limit = 300;

/** How far into the act it is locked, in milliseconds: another place each round. */
const into = (round: number): number => 40 + round * 37;

/**
 * From the wish to lock to keys wiped and stores closed, while a long act runs, against the limit for it. The wish comes by a timer,
 * as that of the idle watch does: what keeps main from its next turn counts.
 */
export async function locking(folder: string, mebibytes: number, rounds: number): Promise<Figure[]> {
  const aside = mkdtempSync(join(tmpdir(), 'grif-bench-lock-'));
  try {
    await fillIncompressible(join(aside, 'source.bin'), mebibytes);
    const figures: Figure[] = [];
    for (const [name, act] of Object.entries(acts)) {
      const taken: number[] = [];
      for (let round = 0; round < rounds; round += 1) taken.push(await lockedAfter(folder, aside, into(round), act));
      figures.push({ what: `lock while ${name} (longest)`, peer: `the limit of ${limit} ms`, rounds, ours: Math.max(...taken), theirs: limit, ratio: Math.max(...taken) / limit });
    }
    return figures;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function lockedAfter(folder: string, aside: string, wait: number, act: Act): Promise<number> {
  const vault = await openFilled(folder);
  for (const name of vault.holdings()) vault.holding(name);
  const going = act(vault, aside).catch(() => undefined);
  const due = performance.now() + wait;
  await setTimeout(wait);
  const late = performance.now() - due;
  const taken = await timed(() => vault.lock());
  await going;
  await setImmediate();
  rmSync(join(aside, 'grif-backup'), { recursive: true, force: true });
  return Math.max(0, late) + taken;
}
