import type { Refusal } from '#app/contract/refusals.ts';
import type { ChosenFile } from '../../components/FileDrop.tsx';
import { registry } from '../../contract/client.ts';
import { onLocked } from '../../contract/events.ts';
import { newId } from '../../frame/jobs.ts';
import { makeStore, type Store } from '../../frame/store.ts';

export interface StagedFile { readonly fileId: string; readonly name: string; readonly size: number }

/** A file on its way into the vault: waiting, or streaming as the job of the same id. */
export interface Arriving { readonly jobId: string; readonly name: string; readonly size: number; readonly running: boolean }
export interface NotTaken { readonly jobId: string; readonly name: string; readonly refusals: readonly Refusal[]; readonly fault?: Error }

/** The files of one package's document, apart from its form: an officer may look elsewhere while two gigabytes stream in. */
export interface Staging { readonly arriving: readonly Arriving[]; readonly arrived: readonly StagedFile[]; readonly failed: readonly NotTaken[] }

const nothing: Staging = { arriving: [], arrived: [], failed: [] };
const stores = new Map<string, Store<Staging>>();
const dropped = new Set<string>();
let turn: Promise<void> = Promise.resolve();

const asError = (fault: unknown): Error => (fault instanceof Error ? fault : new Error(String(fault)));

/** Names of files are content: they go with the lock, as the jobs do. */
export function forgetOnLock(): () => void {
  return onLocked(() => { for (const store of stores.values()) store.set(nothing); });
}

export function stagingOf(packageId: string): Store<Staging> {
  const store = stores.get(packageId) ?? makeStore(nothing);
  stores.set(packageId, store);
  return store;
}

async function stage(store: Store<Staging>, jobId: string, { token, name }: ChosenFile): Promise<void> {
  const leave = (more: (before: Staging) => Partial<Staging>) =>
    store.set((before) => (before.arriving.some((each) => each.jobId === jobId) ? { ...before, ...more(before), arriving: before.arriving.filter((each) => each.jobId !== jobId) } : before));
  if (dropped.has(jobId)) { leave(() => ({})); return; }
  store.set((before) => ({ ...before, arriving: before.arriving.map((each) => (each.jobId === jobId ? { ...each, running: true } : each)) }));
  const failed = (more: Omit<NotTaken, 'jobId' | 'name'>) => leave((before) => ({ failed: [...before.failed, { jobId, name, ...more }] }));
  try {
    const result = await registry.attachments.stage({ fileToken: token, name, jobId });
    if (result.ok) leave((before) => ({ arrived: [...before.arrived, { fileId: result.value.fileId, name, size: result.value.size }] }));
    else if (result.refusals.some((each) => each.code === 'job.cancelled')) leave(() => ({}));
    else failed({ refusals: result.refusals });
  } catch (fault) {
    failed({ refusals: [], fault: asError(fault) });
  }
}

/** Streams files into the vault one after another (Art. 11); one that is not taken says why and stays in sight. */
export function stageFiles(packageId: string, files: readonly ChosenFile[]): void {
  const store = stagingOf(packageId);
  for (const file of files) {
    const jobId = newId();
    store.set((before) => ({ ...before, arriving: [...before.arriving, { jobId, name: file.name, size: file.size, running: false }] }));
    turn = turn.then(() => stage(store, jobId, file));
  }
}

export function cancelStaging(jobId: string): void {
  dropped.add(jobId);
  void registry.jobs.cancel({ jobId }).catch(() => undefined);
}

export const putAway = (packageId: string, jobId: string): void =>
  stagingOf(packageId).set((before) => ({ ...before, failed: before.failed.filter((each) => each.jobId !== jobId) }));

/** The form has taken these over, or the officer has removed them. */
export const takeOver = (packageId: string, fileIds: readonly string[]): void =>
  stagingOf(packageId).set((before) => (before.arrived.some((each) => fileIds.includes(each.fileId)) ? { ...before, arrived: before.arrived.filter((each) => !fileIds.includes(each.fileId)) } : before));
