import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import nacl from 'tweetnacl';
import { actOf } from '#app/journal/kind.ts';
import { carrierCode } from '#app/materials/carrierCode.ts';
import { formatNumber } from '#app/materials/numbering.ts';
import { materialRegistered, type MaterialRecord } from '#app/materials/acts.ts';
import { writePackage } from '#main/packages/write.ts';
import { pageOver } from '#main/vault/queries/material-pages.ts';
import { finishGently } from '#main/vault/steps.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { appointment, openFilled, packageOfAll, records } from './fill.ts';
import { fillIncompressible } from './incompressible.ts';
import { timed, type Figure } from './figure.ts';

const holding = 'UZ-01/LOWER';

interface Surroundings {
  /** On the same disk, with `source.bin` in it; emptied of all else after each act. */
  readonly aside: string;
  /** An attachment of as many bytes that lies in a holding. */
  readonly fileId: string;
  /** Aborted just before the lock, as that of every long step is. */
  readonly signal: AbortSignal;
}

/** Begins a long act of an open vault; it ends with the lock. */
type Act = (vault: OpenVault, surroundings: Surroundings) => Promise<unknown>;

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

async function exporting(vault: OpenVault, { aside }: Surroundings): Promise<void> {
  const file = await open(join(aside, 'journal.jsonl'), 'w');
  try {
    for (const line of vault.journal.export()) await file.write(`${line}\n`);
  } finally {
    await file.close();
  }
}

let more = 0;
const [template] = records(1);
function oneMore(id: string): MaterialRecord {
  if (template === undefined) throw new Error('no material to begin with');
  more += 1;
  const serial = { year: 2026, n: 5_000_000 + more };
  return { ...template, id, serial, regNo: formatNumber({ kind: 'material', body: 'UZ-01', degree: 'LOWER', ...serial }), originator: 'UZ-01', degree: 'LOWER', senderNumber: `b/${more}`, carrier: { ...template.carrier, code: carrierCode(String(900_000_000 + more)) } };
}

/** One material after another, each with an attachment that main's own thread seals. */
async function registeringOn(vault: OpenVault, { aside }: Surroundings): Promise<void> {
  const path = join(aside, 'short.bin');
  await fillIncompressible(path, 8);
  for (;;) {
    const { fileId } = await vault.files.stage(path);
    vault.commit([actOf(materialRegistered, fileId, { id: fileId, packageId: packageOfAll }, [{ holding, content: oneMore(fileId) }])], { adopt: [{ fileId, holding }] });
  }
}

/** As the acts of the exchange do it: the attachment comes out of its holding and goes into the package. */
async function sealingPackage(vault: OpenVault, { aside, fileId, signal }: Surroundings): Promise<void> {
  const facts = { registrationNumber: '02/1', copyNumber: '1', sheets: null, markingVerbatim: '', grif: 'LOWER' as const, evaluationVerbatim: null, restrictions: [], consentReference: null, originatorReference: null };
  await writePackage({
    label: { number: 'B/1', sender: 'CARICC', addressee: 'UZ-01', date: '2026-11-22' },
    contents: { items: [{ ...facts, files: [{ name: 'source.bin', bytes: statSync(join(aside, 'source.bin')).size, open: () => vault.files.read(holding, fileId) }] }], documents: [] },
    senderKeys: nacl.sign.keyPair(), addresseeKeys: [nacl.box.keyPair().publicKey], folder: aside, signal,
  });
}

const acts: Readonly<Record<string, Act>> = {
  'nothing runs': () => Promise.resolve(),
  'sealing a long attachment': (vault, { aside }) => vault.files.stage(join(aside, 'source.bin')),
  'registering with attachments': registeringOn,
  'sealing a package': sealingPackage,
  'writing a backup': (vault, { aside, signal }) => vault.backup.write({ folder: aside, generation: 1, medium: 'm'.repeat(20), signal, onProgress: () => undefined }),
  'checking every page': (vault) => finishGently(vault.survey()),
  'verifying the journal': (vault) => finishGently(vault.journal.verify()),
  'building everything anew': (vault) => finishGently(vault.rebuild()),
  'encrypting anew after a revocation': encryptingAnew,
  'exporting the journal': exporting,
  'searching in full text': searching,
};

/** A lock is to be over within so many milliseconds, whatever runs. */
export const limit = 300;

/** How far into the act it is locked, in milliseconds: another place each round. */
const into = (round: number): number => 40 + round * 37;

/**
 * From the wish to lock to keys wiped and stores closed, while a long act runs, against the limit for it. The wish comes by a timer,
 * as that of the idle watch does: what keeps main from its next turn counts.
 */
export async function locking(folder: string, mebibytes: number, rounds: number): Promise<Figure[]> {
  const aside = mkdtempSync(join(tmpdir(), 'grif-bench-lock-'));
  try {
    const source = join(aside, 'source.bin');
    await fillIncompressible(source, mebibytes);
    const fileId = await attach(folder, source);
    const figures: Figure[] = [];
    for (const [name, act] of Object.entries(acts)) {
      const taken: number[] = [];
      for (let round = 0; round < rounds; round += 1) taken.push(await lockedAfter(folder, { aside, fileId }, into(round), act));
      figures.push({ what: `lock while ${name} (longest)`, peer: `the limit of ${limit} ms`, rounds, ours: Math.max(...taken), theirs: limit, ratio: Math.max(...taken) / limit });
    }
    return figures;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Puts the file into a holding. */
async function attach(folder: string, source: string): Promise<string> {
  const vault = await openFilled(folder);
  const { fileId } = await vault.files.stage(source);
  vault.commit([{ kind: 'bench.attached', result: 'done', subject: null, open: {}, held: [{ holding, content: {} }] }], { adopt: [{ fileId, holding }] });
  vault.lock();
  return fileId;
}

async function lockedAfter(folder: string, { aside, fileId }: Omit<Surroundings, 'signal'>, wait: number, act: Act): Promise<number> {
  const vault = await openFilled(folder);
  for (const name of vault.holdings()) vault.holding(name);
  const stop = new AbortController();
  const going = act(vault, { aside, fileId, signal: stop.signal }).catch(() => undefined);
  const due = performance.now() + wait;
  await setTimeout(wait);
  const late = performance.now() - due;
  const taken = await timed(() => {
    vault.lock();
    stop.abort();
  });
  await going;
  await setImmediate();
  for (const name of readdirSync(aside)) if (name !== 'source.bin') rmSync(join(aside, name), { recursive: true, force: true });
  return Math.max(0, late) + taken;
}
