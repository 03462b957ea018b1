import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';
import { VaultError, type VaultErrorCode } from './vault/errors.ts';

const codes: Readonly<Record<VaultErrorCode, RefusalCode>> = {
  wrongPassphrase: 'session.wrongPassphrase', tooSoon: 'session.tooSoon', noSuchOfficer: 'session.noSuchOfficer', missing: 'vault.missing', damaged: 'vault.damaged',
  newer: 'vault.newer', older: 'vault.older', locked: 'session.locked', inUse: 'vault.inUse', noSpace: 'vault.noSpace', readOnly: 'vault.readOnly', permission: 'vault.permission',
  rolledBack: 'vault.rolledBack', io: 'vault.io', exists: 'vault.exists', loginTaken: 'officer.loginTaken', forbidden: 'session.roleNotEntitled',
  noAccess: 'grant.none', outsideScope: 'grant.outsideScope', keyNotGiven: 'grant.keyNotGiven', lastKey: 'grant.lastKey', weakKdf: 'vault.damaged',
  tooLarge: 'attachment.tooLarge', notAFile: 'attachment.notAFile', changed: 'attachment.unreadable', noSuchFile: 'attachment.notFound', cancelled: 'job.cancelled', outdated: 'vault.outdated',
  keyFileMissing: 'keyFile.missing', keyFileForeign: 'keyFile.foreign', keyFileDamaged: 'keyFile.damaged', keyFileUnwritable: 'keyFile.notWritable',
};

const missing = { none: 'grant.none', notYet: 'grant.notYet', expired: 'grant.expired', revoked: 'grant.revoked', clearanceExpired: 'clearance.expired' } as const;
const grant = { missing: 'accessGrant', supplier: { kind: 'director' } } as const;
const certificate = { missing: 'clearanceCertificate', supplier: { kind: 'body' } } as const;

/**
 * What went wrong below the rules, in the contract's words. A fault of the program answers `internal.failed` and says no
 * more: a stack or a message could hold content.
 */
export function refusalsOfTrouble(error: unknown): readonly Refusal[] {
  if (error instanceof Error && error.name === 'AbortError') return [refuse('job.cancelled')];
  if (!(error instanceof VaultError)) return [refuse('internal.failed', { kind: error instanceof Error ? error.name : 'unknown' })];
  const { code, place, retryAt, stands, access, login } = error;
  if (code === 'noAccess') return [refuse(missing[access ?? 'none'], {}, access === 'clearanceExpired' ? certificate : grant)];
  // A holding's name says whose content it is and nothing of whether there is any: the refusal came before anybody looked.
  if (code === 'outsideScope') return [refuse('grant.outsideScope', { holding: place.replace(/^holding /, '') }, grant)];
  return [refuse(codes[code], { place, stands: stands.join(', '), ...(retryAt === undefined ? {} : { retryAt }), ...(login === undefined ? {} : { login }) })];
}
