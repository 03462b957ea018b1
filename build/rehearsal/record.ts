import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Picture { readonly file: string; readonly caption: string }
export interface Paper { readonly file: string; readonly text: string | undefined; readonly form: string; readonly number: string; readonly pages: number }

/** What one step did, in the order of doing. */
export interface Done {
  readonly title: string;
  readonly lines: string[];
  readonly pictures: Picture[];
  seconds: number;
  failure: string | undefined;
}

/** What is left behind by the whole rehearsal; paths are relative to its folder. */
export interface Record {
  readonly folder: string;
  readonly steps: Done[];
  readonly papers: Paper[];
  /** Facts for the head of the summary and its sections: the package's outer label, the journal's head. */
  readonly facts: Map<string, string>;
  write(file: string, content: string | Uint8Array): void;
}

/** An emptied `rehearsal/` with nothing done yet. */
export function emptyRecord(folder: string): Record {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    folder, steps: [], papers: [], facts: new Map(),
    write(file, content) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    },
  };
}
