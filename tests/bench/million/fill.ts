import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { materialRegistered } from '#app/materials/acts.ts';
import { settableClock } from '#main/clock.ts';
import { ownProjections } from '#main/vault/open.ts';
import { materialsFoldedBy } from '#main/vault/projections/materials.ts';
import { createVault, lightKdf, unlockVault } from '#main/vault/vault.ts';
import { appointment, director, packageOfAll, records } from '../fill.ts';
import { keeperOf } from './keeper.ts';
import { rememberedFold } from './remembered.ts';

export interface Wanted {
  readonly count: number;
  /** Two holdings each. */
  readonly bodies: number;
  readonly seed: number;
}
/** Texts in each language that materials have in common but for a sentence. */
const texts = 1000;
const batch = 10_000;
/** Acts of common knowledge beside so many materials, as unlocking and locking leave them in a registry's life; an accepted clock stands for each. */
const commonOf = { materials: 50, acts: 2 };

interface Stand extends Wanted {
  readonly done: number;
  readonly indexed: boolean;
  /** Nobody knows how far: a filling that was killed leaves it so. */
  readonly filling: boolean;
}

/**
 * Fills `folder/vault` with fictional materials by the vault's own commits, ten thousand at a time, and then its blind index. Goes on where an earlier
 * call ended; answers false when `until` said that it is time to end before all was in. A filling that was killed, and one that was made otherwise, is begun
 * anew. Throws for a folder in which something else lies.
 */
export async function fillLarge(folder: string, wanted: Wanted, until: () => boolean, tell: (what: string, done: number, of: number) => void): Promise<boolean> {
  const [place, standFile, entriesFile] = [join(folder, 'vault'), join(folder, 'stand.json'), join(folder, 'entries.bin')];
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0 && !existsSync(standFile)) throw new Error(`${folder} holds something else`);
  const kept = readStand(standFile, wanted);
  if (kept?.done === wanted.count && kept.indexed) return true;
  if (kept === undefined) for (const own of [place, entriesFile, ...peerFiles(folder)]) rmSync(own, { recursive: true, force: true });
  const stand = kept ?? { ...wanted, done: 0, indexed: false, filling: true };
  const write = (more: Partial<Stand>): void => writeFileSync(standFile, JSON.stringify({ ...stand, ...more }));
  write({ filling: true });
  const keeper = keeperOf(entriesFile);
  const around = {
    ...director, clock: settableClock('2026-11-22T09:00:00'), random: (length: number) => randomBytes(length), workstation: 'BENCH', matching: keeper.matching,
    projections: { ...ownProjections, holdings: ownProjections.holdings.map((one) => (one.name === 'materials' ? materialsFoldedBy(rememberedFold()) : one)) },
  };
  const vault = stand.done === 0 ? await createVault(place, { ...around, director, appointment, demonstration: false, kdf: lightKdf }) : await unlockVault(place, around);
  let { done, indexed } = stand;
  let acts: NewAct[] = [];
  let n = 0;
  for (const record of records(wanted.count, { seed: wanted.seed, bodies: wanted.bodies, texts })) {
    n += 1;
    if (n <= done) continue;
    acts.push(actOf(materialRegistered, record.id, { id: record.id, packageId: packageOfAll }, [{ holding: `${record.originator}/${record.degree}`, content: record }]));
    if (n % commonOf.materials === 0) for (let each = 0; each < commonOf.acts; each += 1) acts.push({ kind: 'clock.accepted', result: 'done', subject: null, open: {}, held: [] });
    if (n - done < batch && n < wanted.count) continue;
    vault.commit(acts);
    keeper.flush();
    acts = [];
    done = n;
    tell('materials', done, wanted.count);
    if (until()) break;
  }
  if (done === wanted.count && !until()) indexed = keeper.settle(until, (written, of) => tell('postings', written, of));
  vault.lock();
  keeper.close();
  write({ done, indexed, filling: false });
  if (indexed) rmSync(entriesFile);
  return indexed;
}

/** Files of the peer, which has the same rows. */
export const peerFiles = (folder: string): readonly string[] => ['', '-wal', '-shm', '.whole'].map((end) => join(folder, `peer.db${end}`));

function readStand(file: string, wanted: Wanted): Stand | undefined {
  if (!existsSync(file)) return undefined;
  const stand: Stand = JSON.parse(readFileSync(file, 'utf8'));
  return !stand.filling && stand.count === wanted.count && stand.bodies === wanted.bodies && stand.seed === wanted.seed ? stand : undefined;
}
