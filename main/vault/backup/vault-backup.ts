import type { HoldingName } from '#app/journal/act.ts';
import { VaultError } from '../errors.ts';
import { guard, type State } from '../state.ts';
import { generationsIn, placeIn, readMark, writeMark, type MediumMark } from './place.ts';
import { proveBackup, type Proof } from './prove.ts';
import { removeGeneration } from './sweep.ts';
import { writeBackup, type WriteOptions } from './write.ts';

export type { Proof } from './prove.ts';

export interface BackupRun extends Pick<WriteOptions, 'signal' | 'onProgress'> {
  /** Folder on the medium that was registered. */
  readonly folder: string;
  readonly generation: number;
}

export interface Made {
  readonly generation: number;
  readonly head: Proof['head'];
  readonly files: number;
  readonly bytes: number;
  /** What was not on the medium before. */
  readonly freshBytes: number;
  /** Reads everything back and compares: only then the backup counts. */
  prove(run: Pick<BackupRun, 'signal' | 'onProgress'>): Promise<Proof>;
}

/** Backups of an open vault (Art. 12). What is written into the journal about them is for the caller. */
export interface VaultBackup {
  /** Marks a folder of a medium as this registered medium. Throws `exists` when it bears another mark. */
  mark(folder: string, medium: { id: string; number: string }): void;
  /** undefined for a folder without a mark of this vault. Throws `damaged` at `medium`. */
  marked(folder: string): MediumMark | undefined;
  generations(folder: string): number[];
  write(run: BackupRun & { readonly medium: string }): Promise<Made>;
  prove(run: BackupRun): Promise<Proof>;
  remove(folder: string, generation: number): Promise<{ objects: number }>;
}

export function vaultBackup(state: State): VaultBackup {
  const vault = state.header.vaultId;
  return {
    mark(folder, { id, number }) {
      guard(state);
      const place = placeIn(folder);
      if (readMark(place) !== undefined) throw new VaultError('exists', 'medium');
      writeMark(place, { vault, medium: id, number });
    },
    marked(folder) {
      guard(state);
      const mark = readMark(placeIn(folder));
      return mark?.vault === vault ? mark : undefined;
    },
    generations: (folder) => generationsIn(placeIn(folder)),
    async write(run) {
      guard(state);
      const place = placeIn(run.folder);
      const { manifest, records, freshBytes } = await writeBackup(state, { ...run, place });
      return {
        generation: run.generation, head: manifest.head, files: manifest.files.length, bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0), freshBytes,
        prove: (more) => proveBackup(state, { ...more, place, generation: run.generation }, new Map<HoldingName, number>(records)),
      };
    },
    prove(run) {
      guard(state);
      return proveBackup(state, { ...run, place: placeIn(run.folder) });
    },
    remove(folder, generation) {
      guard(state);
      return removeGeneration(placeIn(folder), generation);
    },
  };
}
