/** What the shell puts on `window` (preload of Electron, binding of Chromium). Strings only. */
export interface GrifBridge {
  call(method: string, json: string): Promise<string>;
  on(event: string, listener: (json: string) => void): () => void;
  /** A name by which main finds the chosen file on disk; the renderer never learns the path. */
  fileToken(file: File): string;
}

declare global {
  interface Window { readonly grif?: GrifBridge }
}

/** The bridge, or undefined when the page was opened outside the program. */
export const bridge = (): GrifBridge | undefined => window.grif;
