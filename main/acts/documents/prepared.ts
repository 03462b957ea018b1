/** A PDF made ready and shown, and in how many copies: the paper itself says how many there are, so it is printed in that number. */
export interface PreparedPaper {
  readonly pdf: Uint8Array;
  readonly copies: number;
}

/** Papers made ready and shown, waiting to be printed: the very bytes. In memory only, few, gone at lock. */
export interface Prepared {
  put(printId: string, paper: PreparedPaper): void;
  get(printId: string): PreparedPaper | undefined;
  clear(): void;
}

const most = 12;

export function createPrepared(): Prepared {
  const held = new Map<string, PreparedPaper>();
  return {
    put(printId, paper) {
      held.set(printId, paper);
      const [oldest] = held.keys();
      if (held.size > most && oldest !== undefined) {
        held.get(oldest)?.pdf.fill(0);
        held.delete(oldest);
      }
    },
    get: (printId) => held.get(printId),
    clear() {
      for (const { pdf } of held.values()) pdf.fill(0);
      held.clear();
    },
  };
}
