import { createHash } from 'node:crypto';

/**
 * What two people compare aloud when a body's keys are entered (Art. 10): SHA-256 over the box key and the signing key,
 * both as bytes, its first 20 hex digits in groups of four. `keys` are hex.
 */
export function fingerprint({ box, sign }: { readonly box: string; readonly sign: string }): string {
  const digest = createHash('sha256').update(Buffer.from(box, 'hex')).update(Buffer.from(sign, 'hex')).digest('hex');
  return digest.slice(0, 20).match(/.{4}/g)?.join(' ') ?? '';
}
