import type { Shell } from '../../shell/port.ts';

/** A window that takes a file's token for its path, and can do nothing else. */
export function windowOfPaths(): Shell {
  const never = (): never => { throw new Error('no window in this test'); };
  return {
    kind: 'chromium', open: never, signal: () => undefined, reload: never, title: never, pathOf: async (token) => token, askFolder: async () => undefined,
    onIdle: () => undefined, closed: never, close: async () => undefined,
  };
}
