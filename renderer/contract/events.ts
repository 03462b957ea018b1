import { jobStages, type JobStage } from '#app/contract/stages.ts';
import { bridge } from './bridge.ts';

/** A step of a long job of main: sealing, verifying, taking in a file. */
export interface Job {
  readonly id: string;
  /** Undefined for a stage that is none of the contract's. */
  readonly stage: JobStage | undefined;
  readonly done: number;
  /** 0 when unknown. */
  readonly total: number;
  readonly unit: 'bytes' | 'items';
  readonly ended: boolean;
}

/** Stages that count things; all others count bytes. */
const inItems: ReadonlySet<JobStage> = new Set(['demonstration', 'journal', 'projections', 'papers', 'flushing']);

function parsed(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Areas of the registry in which something changed: ask again. */
export function onChanged(listener: (areas: readonly string[]) => void): () => void {
  return bridge()?.on('changed', (json) => {
    const { areas } = parsed(json);
    listener(Array.isArray(areas) ? areas.filter((area): area is string => typeof area === 'string') : []);
  }) ?? (() => undefined);
}

/** Main has locked: keys are gone, and everything on screen must go too. */
export function onLocked(listener: () => void): () => void {
  return bridge()?.on('locked', () => listener()) ?? (() => undefined);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const count = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0);

export function onJob(listener: (job: Job) => void): () => void {
  return bridge()?.on('job', (json) => {
    const raw = parsed(json);
    const stage = jobStages.find((each) => each === raw['stage']);
    listener({
      id: text(raw['id']), stage, done: count(raw['done']), total: count(raw['total']),
      unit: stage !== undefined && inItems.has(stage) ? 'items' : 'bytes', ended: raw['ended'] === true,
    });
  }) ?? (() => undefined);
}
