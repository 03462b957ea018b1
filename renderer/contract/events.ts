import { bridge } from './bridge.ts';

/** A long job of main: importing, sealing, verifying. */
export interface Job {
  readonly id: string;
  /** `import`, `seal`, `read`, ...: texts under `frame.jobs`. */
  readonly kind: string;
  readonly stage: string;
  readonly done: number;
  /** 0 when unknown. */
  readonly total: number;
  readonly unit: 'bytes' | 'items';
  readonly state: 'running' | 'finished' | 'cancelled' | 'failed';
}

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
    const state = raw['state'] === 'finished' || raw['state'] === 'cancelled' || raw['state'] === 'failed' ? raw['state'] : 'running';
    listener({
      id: text(raw['id']), kind: text(raw['kind']), stage: text(raw['stage']),
      done: count(raw['done']), total: count(raw['total']), unit: raw['unit'] === 'items' ? 'items' : 'bytes', state,
    });
  }) ?? (() => undefined);
}
