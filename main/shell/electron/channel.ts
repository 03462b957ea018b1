import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { Bridge } from '../port.ts';
import { callChannel, fileChannel, origin } from './origin.ts';

const longestMessage = 32 * 1024 * 1024;

/** Paths of the files that the officer chose, by the token that the page was given. */
export interface Channel {
  pathOf(token: string): string | undefined;
  forget(): void;
  close(): void;
}

/** The contract's one channel. Only the main frame of our window, on our origin, is answered. */
export function openChannel(window: () => BrowserWindow | undefined, bridge: Bridge): Channel {
  const paths = new Map<string, string>();

  function trusted(event: IpcMainInvokeEvent | IpcMainEvent): boolean {
    const contents = window()?.webContents;
    const frame = event.senderFrame;
    return contents !== undefined && event.sender === contents && frame !== null
      && frame === contents.mainFrame && frame.url.startsWith(`${origin}/`);
  }

  ipcMain.handle(callChannel, (event, method: unknown, json: unknown) => {
    if (!trusted(event)) throw new Error('refused');
    if (typeof method !== 'string' || typeof json !== 'string' || json.length > longestMessage) throw new Error('refused');
    return bridge.call(method, json);
  });
  const keep = (event: IpcMainEvent, token: unknown, path: unknown): void => {
    if (trusted(event) && typeof token === 'string' && typeof path === 'string' && path !== '') paths.set(token, path);
  };
  ipcMain.on(fileChannel, keep);

  return {
    pathOf: (token) => paths.get(token),
    forget: () => paths.clear(),
    close() {
      ipcMain.removeHandler(callChannel);
      ipcMain.off(fileChannel, keep);
    },
  };
}
