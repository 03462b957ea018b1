/**
 * The port behind which Electron and Chromium stand. Main knows nothing else of either.
 */
export interface Shell {
  readonly kind: 'electron' | 'chromium';
  /** Opens the window on the program's own origin and carries the contract over `bridge`. Resolves when the first screen has loaded. */
  open(bridge: Bridge, look: { title: string }): Promise<void>;
  /** Sends an event to the renderer; dropped when no window is open. */
  signal(event: string, json: string): void;
  /** Tears the renderer down and loads it anew: lock is erase. */
  reload(): Promise<void>;
  /** Sets the window's title (the grif of what is on screen stands in it). */
  title(text: string): Promise<void>;
  /** Where the file that the officer chose in the renderer lies on disk; undefined for what has no path. */
  pathOf(fileToken: string): Promise<string | undefined>;
  /** Asks the officer for a folder, through the renderer or the system's own dialogue; undefined when cancelled. */
  askFolder(): Promise<string | undefined>;
  onIdle(listener: (reason: 'suspend' | 'lock-screen' | 'idle') => void): void;
  /** Resolves when the officer has closed the window. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

/** Makes PDFs and prints them, with or without a window. */
export interface Printer {
  /** HTML (self-contained: fonts and pictures inline) to PDF; user agent and dates stripped from the result. */
  pdf(html: string): Promise<Uint8Array>;
  /** Sends exactly these bytes to a printer; never through a file of ours. */
  print(pdf: Uint8Array, options: { printer: string; copies: number }): Promise<void>;
  printers(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Bridge {
  /** One call of the contract: method name and JSON in, JSON envelope out. Never throws. */
  call(method: string, json: string): Promise<string>;
}
