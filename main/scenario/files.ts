import { writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Shell } from '../shell/port.ts';
import { ValueError } from './values.ts';

/** Files that the officers of a scenario choose: each gets a token, as a window gives one to what was dropped on it. */
export interface ChosenFiles {
  /** Puts a token in the place of each `{ "$file": path }` and `{ "$text": text }`; `folder` is the scenario's own. Throws ValueError. */
  tokens(input: unknown, folder: string): unknown;
  /** No window is open: only files chosen, and the folder asked for, come from here. */
  readonly shell: Shell;
}

/** Texts are written into `work`; the folder that an officer is asked for is `medium`. */
export function chosenFiles(work: string, medium: string): ChosenFiles {
  const paths = new Map<string, string>();

  function choose(path: string): string {
    const token = `file-${String(paths.size + 1)}`;
    paths.set(token, path);
    return token;
  }

  function tokens(input: unknown, folder: string): unknown {
    if (Array.isArray(input)) return input.map((part) => tokens(part, folder));
    if (typeof input !== 'object' || input === null) return input;
    const entries = Object.entries(input);
    const [only] = entries;
    if (only !== undefined && entries.length === 1 && typeof only[1] === 'string') {
      if (only[0] === '$file') return choose(inside(folder, only[1]));
      if (only[0] === '$text') return choose(written(work, paths.size, only[1]));
    }
    return Object.fromEntries(entries.map(([key, part]) => [key, tokens(part, folder)]));
  }

  const nothing = async (): Promise<void> => {};
  return {
    tokens,
    shell: {
      kind: 'chromium', open: nothing, signal: () => {}, reload: nothing, title: nothing, onIdle: () => {}, closed: nothing, close: nothing,
      pathOf: async (token) => paths.get(token), askFolder: async () => medium,
    },
  };
}

function written(work: string, index: number, text: string): string {
  const path = join(work, `text-${String(index + 1)}.txt`);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

/** A scenario reads beside itself only: it may come from somebody else. */
function inside(folder: string, path: string): string {
  const found = resolve(folder, path);
  const way = relative(folder, found);
  if (folder === '' || way === '' || way.startsWith('..') || isAbsolute(way)) throw new ValueError(`the file ${path} does not lie beside the scenario`);
  return found;
}
