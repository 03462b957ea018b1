import type { Decision } from './useDecisions.ts';

/** `second`: two persons answer for it (R13.1). */
export interface Leaving { readonly recipient: string; readonly materialIds: readonly string[]; readonly second: boolean }
export interface Staying { readonly recipient: string; readonly regNos: readonly string[]; readonly whole: boolean; readonly decisions: readonly Decision[] }

export interface Outcome {
  /** One package each, with what this addressee may get. */
  readonly leaving: readonly Leaving[];
  /** Who does not get what, with the decisions that say why. */
  readonly staying: readonly Staying[];
}

/** What sealing would do, addressee by addressee: nobody should give more, or to more, than was meant. */
export function outcomeOf(decisions: readonly Decision[], recipients: readonly string[]): Outcome {
  const parts = recipients.map((recipient) => {
    const own = decisions.filter((each) => each.recipient === recipient);
    return { recipient, own, allowed: own.filter((each) => each.allowed), refused: own.filter((each) => !each.allowed) };
  });
  return {
    leaving: parts.filter(({ allowed }) => allowed.length > 0).map(({ recipient, allowed }) => ({ recipient, materialIds: allowed.map(({ materialId }) => materialId), second: allowed.some(({ second }) => second) })),
    staying: parts.filter(({ refused }) => refused.length > 0)
      .map(({ recipient, refused, allowed }) => ({ recipient, regNos: refused.map(({ regNo }) => regNo), whole: allowed.length === 0, decisions: refused })),
  };
}

/** What is still to be sealed: a package that has gone to this addressee with these very materials is not made twice. */
export function unsealed(leaving: readonly Leaving[], sealed: readonly Omit<Leaving, 'second'>[]): readonly Leaving[] {
  const mark = ({ recipient, materialIds }: Omit<Leaving, 'second'>) => [recipient, ...materialIds.toSorted()].join(' ');
  const done = new Set(sealed.map(mark));
  return leaving.filter((one) => !done.has(mark(one)));
}
