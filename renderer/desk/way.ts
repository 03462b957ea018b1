import { takeUpWay, watchWay, wayAsJson } from '../frame/router.ts';
import { deskNow } from './clock.ts';
import { desk } from './db.ts';
import { seal, unseal } from './sealing.ts';

const idOf = (officer: string) => `${officer}:way`;

/** Takes the officer back to where the lock, a crash or a power loss found them. */
export async function returnToWay(officer: string): Promise<void> {
  try {
    const stored = await desk.drafts.get(idOf(officer));
    const json = stored ? await unseal(stored.sealed) : undefined;
    if (typeof json === 'string') takeUpWay(json);
  } catch { /* a wiped desk: begin at the first screen */ }
}

/** Seals the way with each step: which material an officer looked at is nobody else's business. */
export function keepWay(officer: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = async () => {
    const sealed = await seal(wayAsJson());
    if (sealed === undefined) return;
    try { await desk.drafts.put({ id: idOf(officer), officer, sealed, at: deskNow() }); } catch { /* as above */ }
  };
  const stop = watchWay(() => {
    clearTimeout(timer);
    timer = setTimeout(() => { void keep(); }, 150);
  });
  return () => { clearTimeout(timer); stop(); };
}
