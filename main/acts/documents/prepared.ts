/** PDFs made ready and shown, waiting to be printed: the very bytes. In memory only, few, gone at lock. */
export interface Prepared {
  put(printId: string, pdf: Uint8Array): void;
  get(printId: string): Uint8Array | undefined;
  clear(): void;
}

const most = 12;

export function createPrepared(): Prepared {
  const held = new Map<string, Uint8Array>();
  return {
    put(printId, pdf) {
      held.set(printId, pdf);
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) {
        held.get(oldest)?.fill(0);
        held.delete(oldest);
      }
    },
    get: (printId) => held.get(printId),
    clear() {
      for (const pdf of held.values()) pdf.fill(0);
      held.clear();
    },
  };
}
