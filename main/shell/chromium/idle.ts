/**
 * Best effort: a browser process is not told that the machine sleeps. Timers stand still while it
 * does, so a gap in the wall clock between two ticks says that it slept. The officer's own idleness is
 * counted by main from the calls it receives.
 */
export interface IdleWatch {
  stop(): void;
}

const tick = 5_000;
const gap = 30_000;

export function watchSuspend(suspended: () => void, now: () => number = Date.now): IdleWatch {
  let last = now();
  const timer = setInterval(() => {
    const current = now();
    if (current - last > gap) suspended();
    last = current;
  }, tick);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
