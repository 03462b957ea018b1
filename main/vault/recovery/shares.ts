import { combine, split } from 'shamir-secret-sharing';
import type { Recovery } from '../header.ts';
import { hex, type CryptoProvider, type KeyPair } from '../suite.ts';
import { readSheet, sheetLines, type Sheet } from './sheet.ts';

/** The recovery's two key pairs. */
export interface RecoveryKeys {
  readonly box: KeyPair;
  readonly sign: KeyPair;
}

/** Of the 32 bytes that the share holders hold together, and that are kept nowhere. */
export function recoveryKeysOf(suite: CryptoProvider, seed: Uint8Array, vaultId: string): RecoveryKeys {
  const [box, sign] = [suite.hkdf(seed, vaultId, 'grif-1/recovery/box'), suite.hkdf(seed, vaultId, 'grif-1/recovery/sign')];
  const keys = { box: suite.boxKeysOf(box), sign: suite.signKeysOf(sign) };
  suite.secrets.erase(box, sign);
  return keys;
}

/** Names a share without telling it: 256 bits of chance stand behind it. The number of the sheet is in it. */
const nameOf = (suite: CryptoProvider, vaultId: string, arrangement: string, n: number, share: Uint8Array): string =>
  suite.sha256(`grif-1/recovery/share/${vaultId}/${arrangement}/${n}/${hex(share)}`);

export interface Shared {
  /** Lines of each sheet, that of sheet 1 first. */
  readonly sheets: readonly (readonly string[])[];
  /** Names of the shares, for the header. */
  readonly shares: string[];
}

/** Shares a seed out: any `threshold` sheets give it back, fewer tell nothing. The library draws the coefficients from the system's own source. */
export async function shareOut(suite: CryptoProvider, seed: Uint8Array, { vaultId, arrangement, threshold, holders }: { vaultId: string; arrangement: string; threshold: number; holders: number }): Promise<Shared> {
  const plain = new Uint8Array(seed);
  const shares = await split(plain, holders, threshold);
  plain.fill(0);
  const sheets = shares.map((share, index) => sheetLines(suite, { vault: vaultId.slice(0, 8), arrangement, n: index + 1, of: holders, threshold, share }));
  const names = shares.map((share, index) => nameOf(suite, vaultId, arrangement, index + 1, share));
  for (const share of shares) share.fill(0);
  return { sheets, shares: names };
}

/**
 * What is wrong with the sheets entered; `sheet` counts them as they were entered, from 1. `line` of a sheet · `mixed` lines of different sheets ·
 * `otherVault` · `replaced` of an older arrangement, or another · `twice` the same sheet as an earlier one · `wrong` it says that it is a sheet of
 * this arrangement, and its share is not the one that was given out · `few`, with how many it takes.
 */
export type SheetTrouble =
  | { readonly what: 'line'; readonly sheet: number; readonly line: number }
  | { readonly what: 'mixed' | 'otherVault' | 'replaced' | 'twice' | 'wrong'; readonly sheet: number }
  | { readonly what: 'few'; readonly given: number; readonly threshold: number };

export class SheetsRefused extends Error {
  override readonly name = 'SheetsRefused';
  readonly troubles: readonly SheetTrouble[];
  constructor(troubles: readonly SheetTrouble[]) {
    super(troubles.map(({ what }) => what).join(', '));
    this.troubles = troubles;
  }
}

/** The seed, which the caller wipes, and the numbers of the sheets. Throws `SheetsRefused` with everything that is wrong. */
export async function seedOf(suite: CryptoProvider, sheets: readonly (readonly string[])[], { vaultId, recovery }: { vaultId: string; recovery: Recovery }): Promise<{ seed: Uint8Array; numbers: number[] }> {
  const troubles: SheetTrouble[] = [];
  const known: Sheet[] = [];
  try {
    for (const [index, lines] of sheets.entries()) {
      const trouble = take(suite, lines, { vaultId, recovery }, known);
      if (trouble !== undefined) troubles.push({ ...trouble, sheet: index + 1 });
    }
    if (troubles.length === 0 && known.length < recovery.threshold) troubles.push({ what: 'few', given: known.length, threshold: recovery.threshold });
    if (troubles.length > 0) throw new SheetsRefused(troubles);
    const combined = await combine(known.map(({ share }) => share));
    const seed = suite.copyOf(combined);
    combined.fill(0);
    return { seed, numbers: known.map(({ n }) => n).toSorted((a, b) => a - b) };
  } finally {
    for (const { share } of known) share.fill(0);
  }
}

type One = { readonly what: 'line'; readonly line: number } | { readonly what: 'mixed' | 'otherVault' | 'replaced' | 'twice' | 'wrong' };

function take(suite: CryptoProvider, lines: readonly string[], { vaultId, recovery }: { vaultId: string; recovery: Recovery }, known: Sheet[]): One | undefined {
  const sheet = readSheet(suite, lines);
  if (sheet === 'mixed') return { what: 'mixed' };
  if ('line' in sheet) return { what: 'line', line: sheet.line };
  if (sheet.vault !== vaultId.slice(0, 8)) return { what: 'otherVault' };
  if (sheet.arrangement !== recovery.id) return { what: 'replaced' };
  if (known.some(({ n }) => n === sheet.n)) return { what: 'twice' };
  if (nameOf(suite, vaultId, recovery.id, sheet.n, sheet.share) !== recovery.shares[sheet.n - 1]) return { what: 'wrong' };
  known.push(sheet);
  return undefined;
}
