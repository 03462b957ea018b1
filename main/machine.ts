import type { Job } from './jobs.ts';
import type { Shell, Printer } from './shell/port.ts';
import type { KdfParameters } from './vault/kdf.ts';

/** The workstation as the registry sees it; the composition root fills it in, tests put their own in. */
export interface Machine {
  /** Name of the workstation, written into each act. */
  readonly workstation: string;
  readonly version: string;
  /** Folder with fonts, forms and reference data. */
  readonly assets: string;
  /** Folder that holds `vault/` and `demonstration/`. */
  readonly dataFolder: string;
  readonly random: (length: number) => Uint8Array;
  /** Parameters for new passphrases; the production default when absent. */
  readonly kdf?: KdfParameters;
  /** Absent where no PDF can be made: then documents are refused by name. */
  readonly printer?: Printer;
  /** Absent when no window is open (scenarios, tests). */
  readonly shell?: Shell;
  /** Fills a new demonstration vault at this folder with fictional data. */
  readonly fillDemonstration?: (folder: string, job: Job) => Promise<void>;
  /** The vault made here is a demonstration one: so for the player that fills it. */
  readonly makesDemonstration?: boolean;
  /** After a lock, when nothing is held any more: has the runtime let go of what it keeps. Absent where nobody looks into the memory (tests, scenarios). */
  readonly forget?: () => void;
  /** Calls back after `milliseconds`; returns what cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}
