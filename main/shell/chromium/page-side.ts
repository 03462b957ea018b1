/**
 * Runs in the page before any script of ours, in the page's own world; it is turned into text, so it
 * may use nothing from outside. It takes the raw binding for itself, leaves `window.grif` and nothing
 * else, and hands main a private door (under a name made for this launch, removed as soon as main has
 * it) through which answers come in and File objects are looked up.
 */
export function pageSide(origin: string, bindingName: string, doorName: string): void {
  const binding: unknown = Reflect.get(globalThis, bindingName);
  Reflect.deleteProperty(globalThis, bindingName);
  if (globalThis.top !== globalThis.self || location.origin !== origin || typeof binding !== 'function') return;
  const send = binding as (payload: string) => void;

  const waiting = new Map<number, (json: string) => void>();
  const listeners = new Map<string, Set<(json: string) => void>>();
  const files = new Map<string, File>();
  let lastCall = 0;
  let lastFile = 0;

  const door = Object.freeze({
    answer(id: number, json: string): void {
      const settle = waiting.get(id);
      waiting.delete(id);
      settle?.(json);
    },
    signal(event: string, json: string): void {
      for (const listener of listeners.get(event) ?? []) listener(json);
    },
    file: (token: string): File | undefined => files.get(token),
  });
  Object.defineProperty(globalThis, doorName, { value: door, configurable: true, enumerable: false });

  const grif = Object.freeze({
    call: (method: string, json: string): Promise<string> =>
      new Promise((settle) => {
        const id = (lastCall += 1);
        waiting.set(id, settle);
        send(JSON.stringify([id, String(method), String(json)]));
      }),
    on(event: string, listener: (json: string) => void): () => void {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => void heard.delete(listener);
    },
    fileToken(file: File): string {
      if (!(file instanceof File)) throw new TypeError('a File is needed');
      const token = `file-${(lastFile += 1)}`;
      files.set(token, file);
      return token;
    },
  });
  Object.defineProperty(globalThis, 'grif', { value: grif, configurable: false, writable: false, enumerable: true });

  // Printing, saving and looking into the page go through main or not at all (Art. 11): the browser's
  // own ways around it are taken away, by key position, so that they fail on Cyrillic layouts too.
  const browserKeys = new Set(['KeyP', 'KeyS', 'KeyU', 'KeyO', 'KeyJ', 'KeyH', 'KeyG', 'KeyN', 'KeyT']);
  const inspectorKeys = new Set(['KeyI', 'KeyJ', 'KeyC', 'KeyK', 'KeyE']);
  addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    const refused = event.code === 'F12'
      || (command && event.shiftKey && inspectorKeys.has(event.code))
      || (command && !event.altKey && browserKeys.has(event.code));
    if (refused) event.preventDefault();
  }, { capture: true });
  addEventListener('contextmenu', (event) => {
    const target = event.target;
    const typing = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!typing) event.preventDefault();
  }, { capture: true });
  for (const kind of ['dragover', 'drop'] as const) {
    addEventListener(kind, (event) => event.preventDefault());
  }
  Object.defineProperty(globalThis, 'print', { value: () => undefined, configurable: false, writable: false });
  const onPaper = new CSSStyleSheet();
  onPaper.replaceSync('@media print { :root { display: none !important } }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, onPaper];

  send(JSON.stringify([0, 'ready', '']));
}

/** The text that the browser evaluates in every new document. */
export function pageSideSource(origin: string, bindingName: string, doorName: string): string {
  return `(${pageSide.toString()})(${[origin, bindingName, doorName].map((word) => JSON.stringify(word)).join(',')})`;
}
