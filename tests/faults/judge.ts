import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyKeys, passphrase } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { verifyPackage } from '#main/packages/verify.ts';
import { holdingName } from '#main/vault/act-body.ts';
import { finish, inspectVault, unlockVault, verifyExport, VaultError, type OpenVault } from '#main/vault/vault.ts';
import type { Confirmation } from './confirmed.ts';
import { deskTime } from './desk.ts';

const unlock = (folder: string, login: string, phrase: string, keyFolders: readonly string[] = []): Promise<OpenVault> =>
  unlockVault(folder, { keyFolders, clock: settableClock(deskTime), workstation: 'АРМ-2', random: (length) => randomBytes(length), login, passphrase: phrase });

/**
 * Judges what a cut left in `folder`: the vault opens, its journal verifies, what is shown is what the journal says, everything
 * confirmed is there with its content, and nothing is there by half. Answers what is wrong; empty when nothing is.
 */
export async function judge(folder: string, confirmed: readonly Confirmation[], fromNothing: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const place = join(folder, 'data/vault');
  if (!existsSync(place)) return fromNothing && confirmed.length === 0 ? [] : ['the vault is not there'];
  try {
    const vault = await openedByDirector(place, confirmed);
    try {
      wrong.push(...sound(vault), ...await kept(vault, folder, confirmed));
      wrong.push(...accounts(vault, place));
      if (!fromNothing) wrong.push(...await packages(vault, folder, confirmed));
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
  if (replaced === undefined) return unlock(place, 'd', passphrase);
  try {
    const former = await unlock(place, 'd', passphrase);
    if (!replaced.perhaps) throw new Error('the account that was replaced opens the vault');
    return former;
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'noSuchOfficer') throw error;
    return unlock(place, replaced.login, replaced.passphrase);
  }
}

function sound(vault: OpenVault): string[] {
  const { broken } = finish(vault.journal.verify());
  const { differences, lost } = finish(vault.rebuild());
  return [...(broken === undefined ? [] : [`journal broken at ${broken.seq}: ${broken.reason}`]), ...differences.map((one) => `differs: ${JSON.stringify(one)}`), ...lost.map((one) => `lost: ${JSON.stringify(one)}`)];
}

async function kept(vault: OpenVault, folder: string, confirmed: readonly Confirmation[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of confirmed) {
    if (one.what === 'act' && vault.journal.count({ kind: one.kind, result: 'done', ...(one.subject === null ? {} : { subject: one.subject }) }) === 0) wrong.push(`no ${one.kind} of ${one.subject ?? 'any'}`);
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
