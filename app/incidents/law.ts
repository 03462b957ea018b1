import { z } from 'zod';
import { stateCodes, type StateCode } from '#app/agreement/states.ts';

/** What is known of a person's citizenship: of one participating State, of several States, of none that participates, nothing. */
export const citizenship = z.strictObject({ kind: z.enum(['one', 'several', 'other', 'unknown']), states: z.array(z.enum(stateCodes)).max(stateCodes.length) });
export type Citizenship = z.output<typeof citizenship>;

export interface ApplicableLaw {
  /** The State by whose law the person answers; null where the Agreement names none. */
  readonly law: StateCode | null;
  /** Why it names none, for those who consult on it. */
  readonly flag: 'several' | 'other' | 'unknown' | null;
}

/** How many participating States go with each answer: of several citizenships one may be of a State outside. */
const fits: Readonly<Record<Citizenship['kind'], (states: number) => boolean>> = {
  one: (n) => n === 1, several: (n) => n >= 1, other: (n) => n === 0, unknown: (n) => n === 0,
};

/** The law of the State whose citizen the person is (Art. 14(2); R14.6). Null when the answer contradicts itself. */
export function applicableLaw({ kind, states }: Citizenship): ApplicableLaw | null {
  const named = [...new Set(states)];
  if (!fits[kind](named.length)) return null;
  return kind === 'one' ? { law: named[0] ?? null, flag: null } : { law: null, flag: kind };
}
