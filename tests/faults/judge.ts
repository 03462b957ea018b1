import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyKeys, passphrase } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { verifyPackage } from '#main/packages/verify.ts';
import { holdingName } from '#main/vault/act-body.ts';
import { finish, finishGently, inspectVault, migrateVault, restoreVault, unlockVault, verifyExport, VaultError, type OpenVault } from '#main/vault/vault.ts';
import type { Confirmation } from './confirmed.ts';
import { commitsIn } from './desk.ts';
import { safeName } from './trace.ts';

/** Later than every act of every operation. */
const judgeTime = '2027-01-10T10:00:00';
const surroundings = { clock: settableClock(judgeTime), workstation: 'АРМ-2', random: (length: number) => randomBytes(length) };
const quietly = { signal: new AbortController().signal, onProgress: () => undefined };
/** The first account of a vault is its director's. */
const directorOf = (place: string): string => inspectVault(place)?.logins[0] ?? '';

const unlock = (folder: string, login: string, phrase: string, keyFolders: readonly string[] = []): Promise<OpenVault> => unlockVault(folder, { ...surroundings, keyFolders, login, passphrase: phrase });
/** As the program of the time before the migration opened it. */
const unlockOld = (folder: string): Promise<OpenVault> => unlockVault(folder, { ...surroundings, login: directorOf(folder), passphrase, migrations: [] });

/**
 * Judges what a cut left in `folder`: the vault opens, its journal verifies, what is shown is what the journal says, everything
 * confirmed is there with its content, and nothing is there by half. What was begun and cut off - a restore, a migration - can be
 * begun again. Answers what is wrong; empty when nothing is.
 */
export async function judge(folder: string, confirmed: readonly Confirmation[], fromNothing: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const place = join(folder, 'data/vault');
  try {
    if (inspectVault(place) === undefined) {
      if (!fromNothing || confirmed.some(({ what }) => what !== 'commits')) return ['the vault is not there'];
      if (!existsSync(join(folder, safeName, 'grif-backup'))) return [];
      await restoreVault(place, { ...surroundings, ...quietly, medium: join(folder, safeName), generation: 1, first: { login: 'd', passphrase }, second: { login: 's', passphrase } });
    }
    const vault = await openedOrMigrated(place, wrong, confirmed);
    try {
      wrong.push(...await sound(vault), ...await kept(vault, folder, confirmed));
      wrong.push(...accounts(vault, place));
      if (!fromNothing) wrong.push(...await packages(vault, folder, confirmed));
      wrong.push(...await backups(vault, folder, confirmed));
    } finally {
      vault.lock();
    }
    wrong.push(...await doors(place, confirmed));
  } catch (error) {
    wrong.push(error instanceof VaultError ? `${error.code} ${error.place}` : `fault: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
  }
  return wrong;
}

/** Exactly one of the two directors opens it, and once it was confirmed the new one. */
async function openedByDirector(place: string, confirmed: readonly Confirmation[]): Promise<OpenVault> {
  const replaced = confirmed.findLast((one) => one.what === 'replaced');
  if (replaced === undefined) return unlock(place, directorOf(place), passphrase);
  try {
    const former = await unlock(place, 'd', passphrase);
    if (!replaced.perhaps) throw new Error('the account that was replaced opens the vault');
    return former;
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'noSuchOfficer') throw error;
    return unlock(place, replaced.login, replaced.passphrase);
  }
}

/** A vault that is still of an earlier form is whole as such, and can be migrated; one that a migration left behind is whole too. */
async function openedOrMigrated(place: string, wrong: string[], confirmed: readonly Confirmation[]): Promise<OpenVault> {
  const left = readdirSync(join(place, '..')).filter((name) => /^vault\.before-\d/.test(name));
  const old = async (folder: string): Promise<void> => {
    const vault = await unlockOld(folder);
    // What in the registry had another form is for the migration to carry over.
    wrong.push(...await sound(vault, new Set(['registry'])));
    vault.lock();
  };
  for (const name of left) await old(join(place, '..', name));
  try {
    return await openedByDirector(place, confirmed);
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'outdated') throw error;
    if (left.length > 0) wrong.push('an earlier vault stands under both names');
    await old(place);
    await migrateVault(place, { ...surroundings, ...quietly, login: directorOf(place), passphrase });
    return unlock(place, directorOf(place), passphrase);
  }
}

/** Every generation that stands on the medium for backups can be proven, and those confirmed stand. */
async function backups(vault: OpenVault, folder: string, confirmed: readonly Confirmation[]): Promise<string[]> {
  const safe = join(folder, safeName);
  const standing = existsSync(safe) ? vault.backup.generations(safe) : [];
  const last = new Map(confirmed.flatMap((one) => (one.what === 'backup' ? [[one.generation, one.perhaps] as const] : [])));
  const wrong = [...last].filter(([generation, perhaps]) => !perhaps && !standing.includes(generation)).map(([generation]) => `no generation ${generation}`);
  for (const generation of standing) await vault.backup.prove({ ...quietly, folder: safe, generation });
  return wrong;
}

async function sound(vault: OpenVault, without: ReadonlySet<'registry'> = new Set()): Promise<string[]> {
  const damage = await finishGently(vault.survey());
  const { broken } = finish(vault.journal.verify());
  const { differences, lost } = finish(vault.rebuild(without));
  return [...damage.map(({ code, place }) => `${code} ${place}`), ...(broken === undefined ? [] : [`journal broken at ${broken.seq}: ${broken.reason}`]), ...differences.map((one) => `differs: ${JSON.stringify(one)}`), ...lost.map((one) => `lost: ${JSON.stringify(one)}`)];
}

async function kept(vault: OpenVault, folder: string, confirmed: readonly Confirmation[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of confirmed) {
    if (one.what === 'act' && vault.journal.count({ kind: one.kind, result: 'done', ...(one.subject === null ? {} : { subject: one.subject }) }) === 0) wrong.push(`no ${one.kind} of ${one.subject ?? 'any'}`);
    if (one.what === 'commits' && commitsIn(join(folder, 'data/vault')) < one.count) wrong.push(`fewer than ${one.count} commits`);
    if (one.what === 'file') {
      let bytes = 0;
      for await (const part of vault.files.read(holdingName.parse(one.holding), one.fileId)) bytes += part.length;
      if (bytes !== one.bytes) wrong.push(`attachment ${one.fileId} has ${bytes} bytes`);
    }
    if (one.what === 'export') {
      const path = join(folder, one.path);
      const verdict = await verifyExport(existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []);
      if (!verdict.ok || verdict.acts !== one.acts) wrong.push(`the journal written out: ${JSON.stringify(verdict)}`);
    }
  }
  return wrong;
}

/** Once the director has opened the vault every account of the header is of an active officer, and every active officer has one. */
function accounts(vault: OpenVault, place: string): string[] {
  const active = vault.officers().filter(({ state }) => state === 'active').map(({ login }) => login).toSorted();
  const logins = [...inspectVault(place)?.logins ?? []].toSorted();
  return JSON.stringify(active) === JSON.stringify(logins) ? [] : [`accounts ${logins.join()} of officers ${active.join()}`];
}

/** Under its own name a package is whole; one begun and cut off has another. */
async function packages(vault: OpenVault, folder: string, confirmed: readonly Confirmation[]): Promise<string[]> {
  const medium = join(folder, 'medium');
  const wrong: string[] = [];
  const digests = new Map<string, string>();
  for (const name of existsSync(medium) ? readdirSync(medium) : []) {
    if (!name.endsWith('.grifpkg')) continue;
    const { digest } = await verifyPackage(join(medium, name), {
      recipientKeys: [bodyKeys('TJ-01').box], knownSenders: [{ body: 'CENTRE', publicKey: Buffer.from(vault.centre().publicKeys.sign, 'hex') }], seen: () => false,
    });
    digests.set(join('medium', name), digest);
  }
  for (const one of confirmed) if (one.what === 'package' && digests.get(one.path) !== one.sha256) wrong.push(`package ${one.path} is not the one confirmed`);
  return wrong;
}

/** Every account opens with the passphrase that was confirmed last; between the asking and the answer with either. */
async function doors(place: string, confirmed: readonly Confirmation[]): Promise<string[]> {
  const phrases = new Map<string, string[]>();
  for (const one of confirmed) {
    if (one.what === 'opens') phrases.set(one.login, one.perhaps ? [...phrases.get(one.login) ?? [passphrase], one.passphrase] : [one.passphrase]);
  }
  const wrong: string[] = [];
  for (const [login, possible] of phrases) {
    let opened = 0;
    for (const phrase of possible) {
      try {
        (await unlock(place, login, phrase, [join(place, '../../medium')])).lock();
        opened += 1;
      } catch (error) {
        if (!(error instanceof VaultError) || error.code !== 'wrongPassphrase') throw error;
      }
    }
    if (opened !== 1) wrong.push(`${login} is opened by ${opened} passphrases`);
  }
  return wrong;
}
