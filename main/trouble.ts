import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';
import { VaultError, type VaultErrorCode } from './vault/errors.ts';

const codes: Readonly<Record<VaultErrorCode, RefusalCode>> = {
  wrongPassphrase: 'session.wrongPassphrase', tooSoon: 'session.tooSoon', noSuchOfficer: 'session.noSuchOfficer', missing: 'vault.missing', damaged: 'vault.damaged',
  newer: 'vault.newer', older: 'vault.older', locked: 'session.locked', inUse: 'vault.inUse', noSpace: 'vault.noSpace', readOnly: 'vault.readOnly', permission: 'vault.permission',
  rolledBack: 'vault.rolledBack', io: 'vault.io', exists: 'vault.exists', loginTaken: 'officer.loginTaken', forbidden: 'session.roleNotEntitled', weakKdf: 'vault.damaged',
  tooLarge: 'attachment.tooLarge', notAFile: 'attachment.notAFile', changed: 'attachment.unreadable', noSuchFile: 'attachment.notFound', cancelled: 'job.cancelled',
};

/**
 * What went wrong below the rules, in the contract's words. A fault of the program answers `internal.failed` and says no
 * more: a stack or a message could hold content.
 */
export function refusalsOfTrouble(error: unknown): readonly Refusal[] {
  if (error instanceof Error && error.name === 'AbortError') return [refuse('job.cancelled')];
  if (!(error instanceof VaultError)) return [refuse('internal.failed', { kind: error instanceof Error ? error.name : 'unknown' })];
  const { code, place, retryAt, stands } = error;
  return [refuse(codes[code], { place, stands: stands.join(', '), ...(retryAt === undefined ? {} : { retryAt }) })];
}
