import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callChannel, fileChannel, signalChannel } from './origin.ts';

/**
 * The same `window.grif` as in the Chromium shell (main/shell/chromium/page-side.ts). Runs sandboxed
 * and isolated; the page gets these three functions and neither ipcRenderer nor a path.
 */
const listeners = new Map<string, Set<(json: string) => void>>();
let lastFile = 0;

ipcRenderer.on(signalChannel, (_event, event: unknown, json: unknown) => {
  if (typeof event !== 'string' || typeof json !== 'string') return;
  for (const listener of listeners.get(event) ?? []) listener(json);
});

contextBridge.exposeInMainWorld('grif', {
  async call(method: string, json: string): Promise<string> {
    const answer: unknown = await ipcRenderer.invoke(callChannel, String(method), String(json));
    return String(answer);
  },
  on(event: string, listener: (json: string) => void): () => void {
    const heard = listeners.get(event) ?? new Set();
    listeners.set(event, heard.add(listener));
    return () => void heard.delete(listener);
  },
  fileToken(file: File): string {
    lastFile += 1;
    const token = `file-${lastFile}`;
    // Only the system's own file object has a path here; one made by a script has ''.
    ipcRenderer.send(fileChannel, token, webUtils.getPathForFile(file));
    return token;
  },
});
