import { suspicionRaised, suspicionSettled, type SuspicionCause } from '#app/incidents/suspicion.ts';
import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Context, Handler } from '../../context.ts';
import { found } from '../../refused.ts';
import { VaultError } from '../../vault/errors.ts';
import { openIn, openSuspicions, type StoredSuspicion } from '../../vault/queries/suspicions.ts';

/** What a suspicion is about. It lies where the thing lies, so that whoever may not see the thing is told of neither. */
export interface Doubt {
  readonly holding: HoldingName;
  readonly cause: SuspicionCause;
  readonly about: string;
  readonly materialId?: string;
}

/** The act that writes a suspicion down; none while the same one stands open (R14.8). */
export function raised({ vault, newId }: Pick<Context, 'vault' | 'newId'>, { holding, cause, about, materialId = undefined }: Doubt): readonly NewAct[] {
  const db = vault.holding(holding);
  const same = (one: StoredSuspicion): boolean => one.cause === cause && one.about === about && one.materialId === (materialId ?? null);
  if (!vault.mayHold(holding) || (db !== undefined && openIn(db, holding).some(same))) return [];
  const id = newId();
  return [actOf(suspicionRaised, id, { id, cause }, [{ holding, content: { id, cause, about, materialId: materialId ?? null } }])];
}

/**
 * Writes it down at once, beside a question or a command whose own answer does not depend on it: of a vault that is only read nothing can be written,
 * nor by an officer whose key of the holding nobody has given him yet.
 */
export function raise(context: Pick<Context, 'vault' | 'newId'>, doubt: Doubt): void {
  if (context.vault.reading !== undefined) return;
  const acts = raised(context, doubt);
  try {
    if (acts.length > 0) context.vault.commit(acts);
  } catch (error) {
    if (!(error instanceof VaultError && error.code === 'keyNotGiven')) throw error;
  }
}

/** The act that settles a suspicion: by a breach, or by the decision that there is none. */
export function settledBy(vault: Context['vault'], suspicionId: string, incidentId: string | null, reason: string): NewAct {
  const { id, holding } = found(openSuspicions(vault).find((one) => one.id === suspicionId), 'suspicion.notFound');
  return actOf(suspicionSettled, id, { id, incidentId }, [{ holding, content: { id, incidentId, reason } }]);
}

/** The director's decision that there was no breach. */
export const dismiss: Handler<'incidents.dismissSuspicion'> = ({ suspicionId, reason }, { vault }) => {
  vault.commit([settledBy(vault, suspicionId, null, reason)]);
  return {};
};
