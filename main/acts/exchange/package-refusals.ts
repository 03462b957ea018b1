import type { RefusalCode } from '#app/contract/refusals.ts';
import { no } from '../../refused.ts';
import { PackageError, type PackageErrorCode } from '../../packages/error.ts';

const codes: Readonly<Record<Exclude<PackageErrorCode, 'unreadable' | 'cancelled'>, RefusalCode>> = {
  notAPackage: 'package.notAPackage', newer: 'package.newer', truncated: 'package.truncated', altered: 'package.altered', unknownSender: 'package.unknownSender',
  badSignature: 'package.badSignature', notAddressee: 'package.notAddressee', replayed: 'package.replayed', manifestMismatch: 'package.manifestMismatch',
  hostilePath: 'package.hostilePath', tooLarge: 'package.tooLarge', schema: 'package.schema',
};

const byErrno: Readonly<Record<string, RefusalCode>> = { ENOENT: 'media.missing', ENOTDIR: 'media.missing', EACCES: 'media.permission', EPERM: 'media.permission' };

/** What the system said of a medium, in the contract's words; undefined for what is no error of the system. */
export function mediumCode(error: unknown): RefusalCode | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string' || !('syscall' in error)) return undefined;
  return byErrno[error.code] ?? 'media.io';
}

export function packageCode(error: PackageError): RefusalCode {
  if (error.code === 'cancelled') return 'job.cancelled';
  return error.code === 'unreadable' ? (mediumCode(error.cause) ?? 'media.io') : codes[error.code];
}

/** Refuses a package for what is wrong with it; anything else is thrown on. */
export function refusePackage(error: unknown): never {
  if (error instanceof PackageError) return no(packageCode(error), { place: error.place });
  throw error;
}
