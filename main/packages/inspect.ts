import { asPackageError } from './error.ts';
import { openForReading, readPart } from './file-read.ts';
import { decodeHeader } from './header.ts';
import type { OuterHeader } from './header.ts';
import { decodePrefix, packageLimits, prefixLength } from './prefix.ts';

/** What anybody can read on the outside. Nothing of it is proven: verifyPackage does that. */
export interface OuterLabel {
  readonly header: OuterHeader;
  /** SHA-256 of the signing key that the package claims, hex. */
  readonly senderFingerprint: string;
  readonly bytes: number;
}

/** Reads the label of a package without any key, so that it can be entered in the journal before it is opened. Throws PackageError. */
export async function inspectPackage(path: string): Promise<OuterLabel> {
  const { handle, bytes } = await openForReading(path);
  try {
    const prefix = decodePrefix(await readPart(handle, 0, prefixLength), bytes, packageLimits.packageBytes);
    const header = decodeHeader(await readPart(handle, prefixLength, prefix.headerBytes));
    return { header, senderFingerprint: prefix.senderFingerprint.toString('hex'), bytes };
  } catch (error) {
    throw asPackageError(error);
  } finally {
    await handle.close();
  }
}
