import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { noCoverage, type Clearance, type PaperDocument } from '#app/access/grant.ts';
import { commit } from './commit.ts';
import { syncFolder } from './durable.ts';
import { asVaultError, VaultError } from './errors.ts';
import { lockFile, lockFolder } from './folder-lock.ts';
import { foundingGrant } from './grants.ts';
import { headsFile, openHeadLog } from './heads.ts';
import { formatVersion, type Account, type Header } from './header.ts';
import { writeHeader } from './header-copies.ts';
import { centreKeyName, journalIndexKeyName, journalKeyName, matchingKeyName, ownKeys, sealKeyTo } from './holding-keys.ts';
import { fingerprintOf } from './key-book.ts';
import { foundScopes } from './key-settling.ts';
import { calibratedKdf } from './calibrate.ts';
import { forNewPassphrase } from './kdf.ts';
import { freshPairs, type Keyring } from './keyring.ts';
import { migrations } from './migrations/index.ts';
import { putLevel } from './migrations/run.ts';
import { enrolledAct, sealAccount } from './officers.ts';
import { ownProjections, registryFormat, stateOf, unlockVault, type Surroundings } from './open.ts';
import { ensureProjections } from './projecting.ts';
import { registryStore } from './registry-place.ts';
import { registrySchema } from './registry-schema.ts';
import { createStore, putMeta } from './store.ts';
import { createSuite, freshId, hex, suiteId, type CryptoProvider } from './suite.ts';
import type { OpenVault } from './open-vault.ts';

export interface CreateOptions extends Surroundings {
  readonly director: { readonly login: string; readonly name: string; readonly passphrase: string };
  /** The order that appoints him and the certificate of his clearance: the founding grant, of all bodies and as long as the certificate (Art. 10). */
  readonly appointment: { readonly order: PaperDocument; readonly clearance: Clearance };
  /** Fictional data only; every screen says so. */
  readonly demonstration: boolean;
}

const isVacant = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * Makes a vault whole or not at all: beside its place, and then renamed. Answers it open for its director. Throws `exists`
 * when the folder holds anything, `weakKdf`, or a fault of the medium.
 */
export async function createVault(folder: string, options: CreateOptions): Promise<OpenVault> {
  const place = resolve(folder);
  const suite = createSuite(options.random);
  const aside = join(dirname(place), `.${basename(place)}.${hex(suite.random(8))}`);
  const { director } = options;
  const keys: Keyring = { ...freshPairs(suite), registry: suite.freshKey() };
  try {
    if (!isVacant(place)) throw new VaultError('exists', 'vault');
    const kdf = forNewPassphrase(options.kdf ?? await calibratedKdf());
    const vaultId = hex(suite.random(16));
    const account = await sealAccount({ suite, vaultId }, { id: freshId(suite.random), ...director }, keys, kdf);
    mkdirSync(dirname(place), { recursive: true });
    mkdirSync(aside, { mode: 0o700 });
    fill(aside, suite, { keys, vaultId }, account, options);
    // Windows does not rename onto a folder, even an empty one.
    if (existsSync(place)) rmdirSync(place);
    renameSync(aside, place);
    syncFolder(dirname(place));
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    throw asVaultError(error, 'vault');
  } finally {
    suite.secrets.eraseAll();
  }
  return unlockVault(place, { ...options, login: director.login, passphrase: director.passphrase });
}

function fill(folder: string, suite: CryptoProvider, { keys, vaultId }: { keys: Keyring; vaultId: string }, account: Account, options: CreateOptions): void {
  const header: Header = {
    format: formatVersion, suite: suiteId, vaultId, demonstration: options.demonstration, createdAt: options.clock.now(), serial: 1, accounts: [account], recovery: [],
  };
  const unlockFolder = lockFolder(folder, options.random);
  for (const name of ['holdings', 'staging']) mkdirSync(join(folder, name), { mode: 0o700 });
  const registry = createStore(registryStore(folder, keys.registry), { vaultId: header.vaultId, store: 'registry' }, registrySchema);
  const heads = openHeadLog(join(folder, headsFile), suite, keys.registry, header.vaultId, true);
  try {
    const projections = options.projections ?? ownProjections;
    ensureProjections(registry, projections.registry, () => undefined);
    putMeta(registry, 'format', registryFormat);
    putLevel(registry, options.migrations ?? migrations);
    putMeta(registry, 'demonstration', String(header.demonstration));
    const officer = { id: account.id, login: account.login, name: options.director.name, role: 'director' } as const;
    const state = stateOf({ folder, suite, header, flaw: undefined, keys, registry, heads, projections, unlockFolder, officer }, { ...options, at: undefined }, noCoverage);
    const { order, clearance } = options.appointment;
    const grant = foundingGrant(freshId(suite.random), {
      officer: account.id, clearance, scope: { bodies: 'all', degree: clearance.degree }, from: options.clock.now().slice(0, 10), to: clearance.to, document: order,
    });
    const journal = suite.boxKeys();
    const ring = ownKeys(state);
    ring.set(journalKeyName, { place: journalKeyName, key: journal.secretKey });
    for (const name of [journalIndexKeyName, matchingKeyName, centreKeyName]) ring.set(name, { place: name, key: suite.freshKey() });
    try {
      const fingerprints = Object.fromEntries(Array.from(ring, ([name, one]) => [name, fingerprintOf(suite, header.vaultId, { name, ...one })]));
      commit(state, [
        enrolledAct(account, officer.name, officer.role),
        {
          kind: 'vault.created', result: 'done', subject: null, held: [],
          open: { vault: header.vaultId, demonstration: header.demonstration, format: formatVersion, suite: suiteId, journal: hex(journal.publicKey), keys: fingerprints, grant },
        },
      ], {}, () => {
        for (const name of ring.keys()) sealKeyTo(state, name, account);
        foundScopes(state);
      });
    } finally {
      ring.clear();
    }
    writeHeader(folder, header);
  } finally {
    registry.close();
    heads.close();
    unlockFolder();
    rmSync(join(folder, lockFile), { force: true });
  }
}
