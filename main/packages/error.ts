/**
 * Why a package is not accepted.
 * `notAPackage` no package of ours, or one never finished · `newer` made by a newer program ·
 * `truncated` shorter than it says · `altered` bytes differ from what was signed or sealed ·
 * `unknownSender` signing key not in the directory, or not of the body that the label names ·
 * `badSignature` signature does not hold · `notAddressee` not sealed to any key given ·
 * `replayed` this number has come from this sender before · `manifestMismatch` content is not what the
 * manifests or the inventory say · `hostilePath` a name that could reach outside · `tooLarge` beyond a limit ·
 * `schema` header, bag or inventory not of the described form · `unreadable` the medium failed, which says
 * nothing about the package · `cancelled` the officer stopped.
 */
export const packageErrorCodes = [
  'notAPackage', 'newer', 'truncated', 'altered', 'unknownSender', 'badSignature', 'notAddressee', 'replayed',
  'manifestMismatch', 'hostilePath', 'tooLarge', 'schema', 'unreadable', 'cancelled',
] as const;
export type PackageErrorCode = (typeof packageErrorCodes)[number];

export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly code: PackageErrorCode;
  /** Where: `prefix`, `header.sender`, `frame 3`, `data/files/00001.bin`. Never content. */
  readonly place: string;
  constructor(code: PackageErrorCode, place: string, options?: ErrorOptions) {
    super(`${code} at ${place}`, options);
    this.code = code;
    this.place = place;
  }
}

/** True for what Node throws when a file cannot be read. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}

/** Makes a PackageError of whatever stopped the reading; what is a programming error stays what it is. */
export function asPackageError(error: unknown, signal?: AbortSignal): unknown {
  if (error instanceof PackageError) return error;
  if (signal?.aborted) return new PackageError('cancelled', 'signal', { cause: error });
  if (isSystemError(error)) return new PackageError('unreadable', `system ${error.code ?? ''}`.trim(), { cause: error });
  return error;
}
