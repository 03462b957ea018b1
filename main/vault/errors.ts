import type { MissingAccess } from '#app/access/grant.ts';

/**
 * Why the vault does not do what was asked.
 * `wrongPassphrase` · `tooSoon` after wrong passphrases, see `retryAt` · `noSuchOfficer` no active account of that login ·
 * `missing` nothing there · `damaged` bytes are not what was written · `newer` made by a newer program · `older` of a format that this program no longer reads · `locked` ·
 * `inUse` by another program · `noSpace` · `readOnly` · `permission` · `rolledBack` the journal is not the one whose
 * heads were kept · `io` the medium failed · `exists` · `loginTaken` · `forbidden` the officer has no key or right ·
 * `noAccess` no grant or clearance in force, see `access` · `outsideScope` of the grant · `keyNotGiven` within the scope, and nobody who has the key was here yet · `lastKey` nobody else has a key that would be taken ·
 * `keyFileMissing`, `keyFileForeign` of another vault or account, or replaced since, `keyFileDamaged`, `keyFileUnwritable` ·
 * `outdated` must be migrated first · `weakKdf` · `tooLarge`, `notAFile`, `changed` of a file to be taken in · `noSuchFile` · `cancelled`.
 */
export const vaultErrorCodes = [
  'wrongPassphrase', 'tooSoon', 'noSuchOfficer', 'missing', 'damaged', 'newer', 'older', 'locked', 'inUse', 'noSpace', 'readOnly', 'permission',
  'rolledBack', 'io', 'exists', 'loginTaken', 'forbidden', 'noAccess', 'outsideScope', 'keyNotGiven', 'lastKey', 'weakKdf', 'tooLarge', 'notAFile', 'changed', 'noSuchFile', 'cancelled', 'outdated',
  'keyFileMissing', 'keyFileForeign', 'keyFileDamaged', 'keyFileUnwritable',
] as const;
export type VaultErrorCode = (typeof vaultErrorCodes)[number];

/** What is untouched by a damage and can still be used. */
export type Standing = 'registry' | 'journal' | 'holdings' | 'otherHoldings' | 'header';

export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly code: VaultErrorCode;
  /** File of the vault and place in it, e.g. `heads.log record 7`; never content and never a key. */
  readonly place: string;
  readonly stands: readonly Standing[];
  /** Civil date-time from which the next passphrase is accepted. */
  readonly retryAt: string | undefined;
  /** Which document is missing, of `noAccess`. */
  readonly access: MissingAccess | undefined;
  /** Whose account wanted it, of `keyFile…`. */
  readonly login: string | undefined;
  constructor(code: VaultErrorCode, place: string, more: { stands?: readonly Standing[]; retryAt?: string | undefined; access?: MissingAccess; login?: string | undefined; cause?: unknown } = {}) {
    super(`${code} at ${place}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.place = place;
    this.stands = more.stands ?? [];
    this.retryAt = more.retryAt;
    this.access = more.access;
    this.login = more.login;
  }
}

const byErrno: Readonly<Record<string, VaultErrorCode>> = {
  ENOSPC: 'noSpace', EDQUOT: 'noSpace', EROFS: 'readOnly', EACCES: 'permission', EPERM: 'permission', ENOENT: 'missing', EIO: 'io', EBUSY: 'inUse',
};

const bySqlite: readonly (readonly [prefix: string, code: VaultErrorCode])[] = [
  ['SQLITE_FULL', 'noSpace'], ['SQLITE_READONLY', 'readOnly'], ['SQLITE_CORRUPT', 'damaged'], ['SQLITE_NOTADB', 'damaged'], ['SQLITE_BUSY', 'inUse'],
  ['SQLITE_LOCKED', 'inUse'], ['SQLITE_CANTOPEN', 'permission'], ['SQLITE_PERM', 'permission'], ['SQLITE_IOERR', 'io'],
];

/** Makes a VaultError of what the file system or the store threw; a fault of the program stays what it is. */
export function asVaultError(error: unknown, place: string, stands: readonly Standing[] = []): unknown {
  if (error instanceof VaultError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const { code } = error;
  if (code.startsWith('SQLITE_')) {
    const known = bySqlite.find(([prefix]) => code.startsWith(prefix));
    return known === undefined ? error : new VaultError(known[1], place, { stands, cause: error });
  }
  return 'syscall' in error ? new VaultError(byErrno[code] ?? 'io', place, { stands, cause: error }) : error;
}

/** Runs a step and names what goes wrong in it. */
export function naming<T>(place: string, step: () => T, stands: readonly Standing[] = []): T {
  try {
    return step();
  } catch (error) {
    throw asVaultError(error, place, stands);
  }
}
