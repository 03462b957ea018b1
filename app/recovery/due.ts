import { fold } from '../similarity/fold.ts';

/** An account of the vault as the reminder looks at it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'disabled';
}

/** Why the director is to arrange recovery (anew), and whose departure says so. */
export interface RecoveryDue {
  readonly why: 'none' | 'holderLeft' | 'arrangerLeft';
  readonly names: readonly string[];
}

interface Arranged {
  readonly holders: readonly string[];
  readonly by: string;
  readonly second: string;
  /** Ids of the accounts closed since it was arranged. */
  readonly left: readonly string[];
}

/** Names as people write them: letters and figures alone, whatever their case, in whatever order. */
const bare = (name: string): string => (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).toSorted().join(' ');

/**
 * Whether recovery is to be arranged, or arranged anew (Art. 10, 12): nobody has a sheet; a holder of one has left; or one of the two has who
 * arranged it and had the sheets before them. Holders are named, not enrolled: one who left is known by an account under the same name that was
 * closed since. Null when all is as it should be.
 */
export function recoveryDue(arranged: Arranged | undefined, accounts: readonly Account[]): RecoveryDue | null {
  if (arranged === undefined) return { why: 'none', names: [] };
  const gone = accounts.filter(({ id, state }) => state === 'disabled' && arranged.left.includes(id));
  const at = new Set(accounts.filter(({ state }) => state === 'active').map(({ name }) => bare(name)));
  const holders = arranged.holders.filter((holder) => gone.some(({ name }) => bare(name) === bare(holder)) && !at.has(bare(holder)));
  if (holders.length > 0) return { why: 'holderLeft', names: holders };
  const arrangers = gone.filter(({ id }) => id === arranged.by || id === arranged.second).map(({ name }) => name);
  return arrangers.length > 0 ? { why: 'arrangerLeft', names: arrangers } : null;
}
