import { useRef, useState } from 'react';
import type { Refusal } from '#app/contract/refusals.ts';
import type { ChosenFile } from '../../components/FileDrop.tsx';
import { registry } from '../../contract/client.ts';
import { newId } from '../../frame/jobs.ts';

export interface StagedFile { readonly fileId: string; readonly name: string; readonly size: number }

/** A file on its way into the vault: waiting, or streaming as the job of the same id. */
export interface Arriving { readonly jobId: string; readonly name: string; readonly size: number; readonly running: boolean }
export interface NotTaken { readonly jobId: string; readonly name: string; readonly refusals: readonly Refusal[]; readonly fault?: Error }

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));

/**
 * Streams chosen files into the vault one after another (Art. 11); main seals them as it reads. A cancelled file is
 * no failure; each other one that was not taken says why and stays in sight.
 */
export function useStaging(onStaged: (file: StagedFile) => void) {
  const [arriving, setArriving] = useState<readonly Arriving[]>([]);
  const [failed, setFailed] = useState<readonly NotTaken[]>([]);
  const turn = useRef<Promise<void>>(Promise.resolve());
  const dropped = useRef(new Set<string>());

  const stage = async (jobId: string, { token, name }: ChosenFile) => {
    const leave = () => setArriving((before) => before.filter((each) => each.jobId !== jobId));
    if (dropped.current.has(jobId)) { leave(); return; }
    setArriving((before) => before.map((each) => (each.jobId === jobId ? { ...each, running: true } : each)));
    try {
      const result = await registry.attachments.stage({ fileToken: token, name, jobId });
      if (result.ok) onStaged({ fileId: result.value.fileId, name, size: result.value.size });
      else if (!result.refusals.some((each) => each.code === 'job.cancelled')) setFailed((before) => [...before, { jobId, name, refusals: result.refusals }]);
    } catch (fault) {
      setFailed((before) => [...before, { jobId, name, refusals: [], fault: asError(fault) }]);
    } finally {
      leave();
    }
  };
  const add = (files: readonly ChosenFile[]) => {
    for (const file of files) {
      const jobId = newId();
      setArriving((before) => [...before, { jobId, name: file.name, size: file.size, running: false }]);
      turn.current = turn.current.then(() => stage(jobId, file));
    }
  };
  const cancel = (jobId: string) => {
    dropped.current.add(jobId);
    void registry.jobs.cancel({ jobId }).catch(() => undefined);
  };
  const putAway = (jobId: string) => setFailed((before) => before.filter((each) => each.jobId !== jobId));
  return { arriving, failed, add, cancel, putAway };
}
