import { randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import type { Bridge } from '../port.ts';
import { pageSideSource } from './page-side.ts';

/** Longest message taken from the page: a draft with pasted text, never a file (files go by path). */
const longestMessage = 32 * 1024 * 1024;

/** What main holds of the page: signals go in, File objects are looked up. */
export interface Wire {
  signal(event: string, json: string): void;
  pathOf(token: string): Promise<string | undefined>;
}

/**
 * Carries the contract over a raw binding of the DevTools protocol: strings in both directions.
 * Only the default world of the main frame on `origin` is listened to; a message from anywhere else
 * is dropped before it is read.
 */
export async function openWire(page: Page, origin: string, bridge: Bridge): Promise<Wire> {
  const cdp = await page.context().newCDPSession(page);
  const bindingName = `grif${randomBytes(9).toString('hex')}`;
  const doorName = `door${randomBytes(9).toString('hex')}`;
  const frameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
  /** Contexts that may speak: the main frame's own world, while it stands on our origin. */
  const trusted = new Set<number>();
  let door: { contextId: number; objectId: string } | undefined;

  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const about: { frameId?: string; isDefault?: boolean } = context.auxData ?? {};
    if (about.isDefault === true && about.frameId === frameId && context.origin === origin) trusted.add(context.id);
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    trusted.delete(executionContextId);
    if (door?.contextId === executionContextId) door = undefined;
  });
  cdp.on('Runtime.executionContextsCleared', () => {
    trusted.clear();
    door = undefined;
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== bindingName || !trusted.has(executionContextId)) return;
    const message = readMessage(payload);
    if (message) void take(message, executionContextId);
  });

  async function take(message: Message, contextId: number): Promise<void> {
    try {
      if (message.id === 0) {
        door = await takeDoor(cdp, contextId, doorName);
        return;
      }
      const json = await bridge.call(message.method, message.json);
      // The page that asked may be gone (lock, reload): its answer must not reach the next one.
      if (door?.contextId === contextId) await through(cdp, door.objectId, 'answer', message.id, json);
    } catch {
      // The page went away while it was being answered; there is nobody left to tell.
    }
  }

  await cdp.send('Page.enable');
  await cdp.send('Runtime.addBinding', { name: bindingName });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
    source: pageSideSource(origin, bindingName, doorName),
    runImmediately: false,
  });
  await cdp.send('Runtime.enable');

  return {
    signal(event, json) {
      if (door) void through(cdp, door.objectId, 'signal', event, json).catch(() => undefined);
    },
    async pathOf(token) {
      if (!door) return undefined;
      const { result } = await through(cdp, door.objectId, 'file', token);
      if (result.objectId === undefined) return undefined;
      const { path } = await cdp.send('DOM.getFileInfo', { objectId: result.objectId });
      await cdp.send('Runtime.releaseObject', { objectId: result.objectId });
      return path === '' ? undefined : path;
    },
  };
}

interface Message {
  readonly id: number;
  readonly method: string;
  readonly json: string;
}

function readMessage(payload: string): Message | undefined {
  if (payload.length > longestMessage) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (!Array.isArray(read) || read.length !== 3) return undefined;
  const [id, method, json]: unknown[] = read;
  if (!Number.isSafeInteger(id) || typeof method !== 'string' || typeof json !== 'string') return undefined;
  return { id: Number(id), method, json };
}

async function takeDoor(cdp: CDPSession, contextId: number, doorName: string): Promise<{ contextId: number; objectId: string } | undefined> {
  const name = JSON.stringify(doorName);
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `(() => { const door = globalThis[${name}]; delete globalThis[${name}]; return door; })()`,
    contextId,
  });
  return result.objectId === undefined ? undefined : { contextId, objectId: result.objectId };
}

function through(cdp: CDPSession, objectId: string, method: 'answer' | 'signal' | 'file', ...words: (string | number)[]) {
  return cdp.send('Runtime.callFunctionOn', {
    objectId,
    functionDeclaration: `function (...words) { return this.${method}(...words); }`,
    arguments: words.map((value) => ({ value })),
  });
}
