import type { RecoverySheet } from '#app/documents/recovery-sheet.ts';
import { recoveryArranged, recoveryId } from '#app/recovery/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { stands, type RecoveryStanding } from '#app/recovery/standing.ts';
import { commit, requireSpace } from '../commit.ts';
import { VaultError } from '../errors.ts';
import type { Recovery } from '../header.ts';
import { holdersToday, settleKeys, takeEverything } from '../key-settling.ts';
import { replaceHeader } from '../officers.ts';
import { besideTheDoor } from '../registry-schema.ts';
import { rollOf, type Roll } from '../roll.ts';
import { guard, guardWriting, type State } from '../state.ts';
import { base64, hex } from '../suite.ts';
import { recoveryKeysOf, shareOut } from './shares.ts';
import { checkCodeOf } from './sheet.ts';

export interface NewRecovery {
  readonly threshold: number;
  /** Names of the share holders; the first gets sheet 1. */
  readonly holders: readonly string[];
}

/**
 * Arranges recovery anew (Art. 10): a key pair whose seed is shared out among the holders and kept nowhere, and every key that this officer has
 * sealed to it. What was sealed to the one before is taken away, and the holdings concerned are due to be encrypted anew. In a command of
 * two persons. The sheets are in memory until they are printed or the vault is locked. Throws `forbidden`, `noSpace`.
 */
export async function arrangeRecovery(state: State, { threshold, holders }: NewRecovery): Promise<void> {
  guardWriting(state);
  if (state.officer.role !== 'director') throw new VaultError('forbidden', 'recovery');
  requireSpace(state);
  const { suite, header: { vaultId } } = state;
  const seed = suite.freshKey();
  const keys = recoveryKeysOf(suite, seed, vaultId);
  try {
    const id = hex(suite.random(4));
    const { sheets, shares } = await shareOut(suite, seed, { vaultId, arrangement: id, threshold, holders: holders.length });
    guardWriting(state);
    const [boxPublic, signPublic] = [hex(keys.box.publicKey), hex(keys.sign.publicKey)];
    const entry: Recovery = { id, threshold, shares, boxPublic, signPublic, registryKey: base64(suite.sealTo(keys.box.publicKey, state.keys.registry)) };
    // Both until the act stands: after a crash the journal says which of them it is.
    const before = state.header.recovery;
    replaceHeader(state, { recovery: [...before.slice(-1), entry] });
    try {
      commit(state, [actOf(recoveryArranged, null, { id, boxPublic, signPublic, threshold, holders: [...holders] }, [])], {}, () => {
        takeEverything(state, recoveryId);
        settleKeys(state, holdersToday(state));
      });
    } catch (error) {
      replaceHeader(state, { recovery: before });
      throw error;
    }
    replaceHeader(state, { recovery: [entry] });
    state.sheets = { id, lines: sheets };
  } finally {
    suite.secrets.erase(seed, keys.box.secretKey, keys.sign.secretKey);
  }
}

/** What a crash left of an arrangement in the header, or of one that was opened: the journal says what stands. */
export function settleRecovery(state: State, { recovery }: Roll): void {
  const kept = state.header.recovery.filter(({ id, signPublic }) => stands(recovery) && id === recovery.id && signPublic === recovery.signPublic);
  if (kept.length < state.header.recovery.length) replaceHeader(state, { recovery: kept });
}

export interface ArrangedRecovery extends RecoveryStanding {
  /** Places whose key nobody who has it has sealed to the recovery yet: it would not open them. */
  readonly unsealed: number;
}

/** A sheet that waits to be printed: what the paper says, but for its requisites. */
export type PrintedSheet = Omit<RecoverySheet, 'requisites'>;

export interface VaultRecovery {
  /** In a command of two persons. Throws `forbidden`. */
  arrange(recovery: NewRecovery): Promise<void>;
  arranged(): ArrangedRecovery | undefined;
  /** Those of the arrangement made in this session, until the lock. */
  sheets(): readonly PrintedSheet[];
}

/** The recovery by the last act of authority: read anew only when there is a later one, for the desk asks at each change. */
const read = new WeakMap<State, { readonly seq: number; readonly recovery: RecoveryStanding | undefined }>();

function standingOf(state: State): RecoveryStanding | undefined {
  const seq = state.registry.prepare<[], { seq: number }>(`SELECT seq FROM act WHERE ${besideTheDoor} ORDER BY seq DESC LIMIT 1`).get()?.seq ?? 0;
  const before = read.get(state);
  if (before?.seq === seq) return before.recovery;
  const { recovery } = rollOf(state);
  read.set(state, { seq, recovery });
  return recovery;
}

/** undefined when none is arranged, or the one that was is spent. */
export function arrangedRecovery(state: State): ArrangedRecovery | undefined {
  guard(state);
  const recovery = standingOf(state);
  // A header put back from paper may lack it: then nothing would be there to open.
  if (!stands(recovery) || !state.header.recovery.some(({ signPublic }) => signPublic === recovery.signPublic)) return undefined;
  const unsealed = state.registry.prepare<[string], { n: number }>('SELECT count(DISTINCT place) AS n FROM holding_key WHERE place NOT IN (SELECT place FROM holding_key WHERE officer = ?)').get(recoveryId)?.n ?? 0;
  return { ...recovery, unsealed };
}

export function sheetsToPrint(state: State): readonly PrintedSheet[] {
  const arranged = arrangedRecovery(state);
  const { sheets, suite, header: { vaultId } } = state;
  if (arranged === undefined || sheets?.id !== arranged.id) return [];
  const { id, threshold, holders } = arranged;
  return sheets.lines.map((lines, index) => ({
    vault: vaultId.slice(0, 8), arrangement: id, n: index + 1, of: holders.length, threshold, holder: holders[index] ?? '', checkCode: checkCodeOf(suite, lines), lines,
  }));
}
