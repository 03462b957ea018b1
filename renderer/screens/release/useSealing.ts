import { useRef, useState } from 'react';
import type { Answer, Input } from '#app/contract/index.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { registry } from '../../contract/client.ts';
import { onLocked } from '../../contract/events.ts';
import { newId } from '../../frame/jobs.ts';
import { makeStore, useStore } from '../../frame/store.ts';
import type { Language } from '../../language/plurals.ts';
import type { Leaving } from './sentence.ts';

export interface Sealed extends Answer<'release.seal'> { readonly recipient: string; readonly materialIds: readonly string[] }
export interface Failed { readonly recipient: string; readonly refusals: readonly Refusal[]; readonly fault: Error | undefined }

/** Packages sealed since the release was begun; they stay in sight when a form is printed and one comes back. Numbers and sums only. */
const sealedHere = makeStore<readonly Sealed[]>([]);
onLocked(() => sealedHere.set([]));

export const forgetSealed = (): void => sealedHere.set([]);

export interface SealOrder {
  readonly leaving: readonly Leaving[];
  readonly purpose: string; readonly channel: string; readonly folder: string; readonly allowVaultDisk: boolean; readonly language: Language;
  readonly confirmedPurposes: string[]; readonly person: string;
  /** The request that a package answers, by its addressee. */
  readonly requestOf: (recipient: string) => string | null;
  readonly second: Input<'release.sealByTwo'>['second'];
}

/** Seals one package for each addressee, one after another; what fails is named and leaves the others alone. Stopping one stops those after it. True when all were written. */
export function useSealing() {
  const sealed = useStore(sealedHere);
  const [running, setRunning] = useState<{ readonly jobId: string; readonly recipient: string } | undefined>();
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  const busy = useRef(false);

  const seal = async ({ leaving, requestOf, second: person, ...order }: SealOrder): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setFailed([]);
    const failures: Failed[] = [];
    for (const { recipient, materialIds, second } of leaving) {
      const jobId = newId();
      setRunning({ jobId, recipient });
      try {
        const wanted = { jobId, recipient, materialIds: [...materialIds], requestId: requestOf(recipient), ...order };
        const answer = second ? await registry.release.sealByTwo({ ...wanted, second: person }) : await registry.release.seal(wanted);
        if (answer.ok) sealedHere.set((before) => [...before, { ...answer.value, recipient, materialIds }]);
        else failures.push({ recipient, refusals: answer.refusals, fault: undefined });
        if (!answer.ok && answer.refusals.some(({ code }) => code === 'job.cancelled' || code === 'session.locked' || code.startsWith('second.'))) break;
      } catch (fault) {
        failures.push({ recipient, refusals: [], fault: fault instanceof Error ? fault : new Error(String(fault)) });
        break;
      }
    }
    busy.current = false;
    setRunning(undefined);
    setFailed(failures);
    return failures.length === 0;
  };
  return { sealed, running, failed, seal };
}
