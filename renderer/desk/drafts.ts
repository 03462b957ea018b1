import { deskNow } from './clock.ts';
import { desk } from './db.ts';
import { seal, unseal } from './sealing.ts';

export interface Draft { readonly at: string; readonly value: unknown }

/** Forms that are being written, each with the way to read what stands in it now. */
const writing = new Map<string, { readonly officer: string; readonly read: () => unknown; dirty: boolean; round: number }>();

const idOf = (officer: string, form: string) => `${officer}:${form}`;

/**
 * Takes a form into care until the function answered is called. `read` gives what stands in it now.
 * `touched` marks it for sealing; what was not touched is not sealed again.
 */
export function careFor(officer: string, form: string, read: () => unknown): { touched: () => void; leave: () => void } {
  const id = idOf(officer, form);
  const entry = { officer, read, dirty: false, round: 0 };
  writing.set(id, entry);
  return {
    touched: () => { entry.dirty = true; entry.round += 1; },
    leave: () => { if (writing.get(id) === entry) writing.delete(id); },
  };
}

async function sealOne(id: string): Promise<void> {
  const entry = writing.get(id);
  if (!entry?.dirty) return;
  const { round } = entry;
  const sealed = await seal(entry.read());
  if (sealed === undefined) return;
  try {
    await desk.drafts.put({ id, officer: entry.officer, sealed, at: deskNow() });
    // What was typed while main sealed is still to be sealed.
    if (entry.round === round) entry.dirty = false;
  } catch { /* a full or wiped desk: the form itself still holds what was typed */ }
}

export const sealDraft = (officer: string, form: string): Promise<void> => sealOne(idOf(officer, form));

/** Before a lock: everything that is being written, at once. */
export async function sealAllDrafts(): Promise<void> {
  await Promise.all([...writing.keys()].map(sealOne));
}

export async function findDraft(officer: string, form: string): Promise<Draft | undefined> {
  try {
    const stored = await desk.drafts.get(idOf(officer, form));
    if (!stored) return undefined;
    const value = await unseal(stored.sealed);
    return value === undefined ? undefined : { at: stored.at, value };
  } catch {
    return undefined;
  }
}

export async function dropDraft(officer: string, form: string): Promise<void> {
  const entry = writing.get(idOf(officer, form));
  if (entry) entry.dirty = false;
  try { await desk.drafts.delete(idOf(officer, form)); } catch { /* nothing to drop */ }
}

/** Lays a draft ready for a form that another screen opens: what a verified package holds, for the form that registers it. False when it could not be sealed or kept. */
export async function putDraft(officer: string, form: string, value: unknown): Promise<boolean> {
  const sealed = await seal(value);
  if (sealed === undefined) return false;
  try {
    await desk.drafts.put({ id: idOf(officer, form), officer, sealed, at: deskNow() });
    return true;
  } catch {
    return false;
  }
}
