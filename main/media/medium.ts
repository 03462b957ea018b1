/** A removable volume as the officer is shown it. Sizes in bytes. */
export interface Medium {
  readonly folder: string;
  /** Name of the volume; empty when it has none. */
  readonly label: string;
  readonly fileSystem: string;
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly readOnly: boolean;
  /** UUID or serial of the volume, for the media journal (Art. 10); empty when the system tells none. */
  readonly serial: string;
}
