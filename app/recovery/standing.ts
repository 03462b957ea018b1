import { z } from 'zod';
import type { ActBody, ActOutside } from '../journal/act.ts';
import { openOf } from '../journal/kind.ts';
import { recoveryArranged, recoveryId, recoveryOpened } from './acts.ts';

/** The recovery that stands at an act. */
export interface RecoveryStanding {
  readonly id: string;
  readonly threshold: number;
  readonly boxPublic: string;
  readonly signPublic: string;
  /** Names of the share holders, that of sheet 1 first. */
  readonly holders: readonly string[];
  /** When, by whom and with whom it was arranged. */
  readonly at: string;
  readonly by: string;
  readonly second: string;
  /** Number of the last act that its key signed; null while it was not opened. Once opened it is spent. */
  readonly last: number | null;
  /** Ids of the accounts closed since it was arranged: who left may have held a sheet. */
  readonly left: readonly string[];
}

type Seen = Pick<ActOutside, 'seq' | 'at' | 'officer' | 'second'> & Pick<ActBody, 'kind' | 'result' | 'open'>;

/** What the recovery's key may sign after it was opened, without a gap: a new director with his grant, and the closing of the account that is replaced. */
const afterOpening: ReadonlySet<string> = new Set(['officer.enrolled', 'grant.issued', 'officer.disabled']);

const account = z.looseObject({ id: z.string() });

/** The recovery after an act. */
export function recoveryAfter(before: RecoveryStanding | undefined, act: Seen): RecoveryStanding | undefined {
  const arranged = openOf(recoveryArranged, act);
  if (arranged !== undefined) return { ...arranged, at: act.at, by: act.officer, second: act.second ?? '', last: null, left: [] };
  if (before === undefined) return undefined;
  if (act.officer === recoveryId) return { ...before, last: act.seq };
  const closed = act.kind === 'officer.disabled' ? account.safeParse(act.open).data : undefined;
  return closed === undefined ? before : { ...before, left: [...before.left, closed.id] };
}

/**
 * Whether the recovery's key may have signed this act: first that it was opened, with as many sheets as it takes, which are as many persons and
 * never fewer than two (Art. 10, 12); then, one act after another, what follows from it; nothing ever again.
 */
export function mayRecoverySign(standing: RecoveryStanding | undefined, act: Seen): boolean {
  if (standing === undefined || act.result !== 'done') return false;
  if (standing.last !== null) return act.seq === standing.last + 1 && afterOpening.has(act.kind);
  const opened = openOf(recoveryOpened, act);
  const sheets = new Set(opened?.sheets.filter((sheet) => sheet <= standing.holders.length));
  return opened?.id === standing.id && sheets.size >= standing.threshold && sheets.size === opened.sheets.length;
}

/** Whether it is there to be opened. */
export const stands = (standing: RecoveryStanding | undefined): standing is RecoveryStanding => standing !== undefined && standing.last === null;
