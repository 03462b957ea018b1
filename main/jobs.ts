import type { JobStage } from '#app/contract/stages.ts';

/** A long step: shows progress and can be cancelled. Lock cancels them all. */
export interface Job {
  readonly signal: AbortSignal;
  /** `done` and `total` in bytes or items; `total` null while unknown. */
  progress(stage: JobStage, done: number, total: number | null): void;
}

export interface Jobs {
  run<T>(id: string, work: (job: Job) => Promise<T>): Promise<T>;
  cancel(id: string): boolean;
  cancelAll(): void;
}

/** `stage` is empty of a step that ended before it began. `announce` receives each step of progress; it thins them out to what an eye can follow by passing on changes of a whole per cent only. */
export function createJobs(announce: (event: { id: string; stage: JobStage | ''; done: number; total: number | null; ended: boolean }) => void): Jobs {
  const running = new Map<string, AbortController>();
  return {
    async run(id, work) {
      const controller = new AbortController();
      running.set(id, controller);
      let last = '';
      let ending: { stage: JobStage | ''; done: number; total: number | null } = { stage: '', done: 0, total: null };
      try {
        return await work({
          signal: controller.signal,
          progress(stage, done, total) {
            ending = { stage, done, total };
            const mark = `${stage}:${total === null || total === 0 ? Math.floor(done / 1_048_576) : Math.floor((done / total) * 100)}`;
            if (mark === last) return;
            last = mark;
            announce({ id, stage, done, total, ended: false });
          },
        });
      } finally {
        running.delete(id);
        announce({ id, ...ending, ended: true });
      }
    },
    cancel(id) {
      const controller = running.get(id);
      controller?.abort();
      return controller !== undefined;
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
}
