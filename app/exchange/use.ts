import type { Role } from '#app/access/roles.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { restrictionHolds, type Restriction } from './restriction.ts';

/** Ways in which content leaves its holding inside the Centre: read on a screen, printed, worked into a product. */
export type Use = 'view' | 'print' | 'product';

export interface UseBy {
  readonly use: Use;
  readonly role: Role;
  /** Civil date. */
  readonly date: string;
}

/**
 * What restrictions in force say against a use in the Centre, by article 9(4) (R9.5, R11.5); all of it at once, each with the originator's document
 * and the originator, who alone can lift it. Empty when nothing does. Transfers are `restrictionRefusal`'s.
 */
export function useRefusals(restrictions: readonly Restriction[], by: UseBy): readonly Refusal[] {
  return restrictions.filter((one) => restrictionHolds(one, by.date)).flatMap((one) => refusalOf(one, by));
}

function refusalOf({ rule, instruction, setBy }: Restriction, { use, role }: UseBy): readonly Refusal[] {
  const say = (code: Parameters<typeof refuse>[0]): readonly Refusal[] =>
    [refuse(code, { body: setBy, number: instruction.number, date: instruction.date, rule: rule.kind }, { missing: 'instruction', supplier: { kind: 'body', code: setBy } })];
  switch (rule.kind) {
    case 'noPrint':
      return use === 'print' ? say('restriction.noPrint') : [];
    case 'noProduct':
      return use === 'product' ? say('restriction.noProduct') : [];
    // A product is read by others than those to whom the content was kept.
    case 'viewOnly':
      return use !== 'product' && rule.roles.includes(role) ? [] : say('restriction.viewOnly');
    case 'noTransfer':
    case 'notTo':
    case 'onlyTo':
    case 'purpose':
    case 'noCopy':
      return [];
    default:
      // Written by a newer program or damaged: what cannot be read forbids.
      return [refuse('restriction.unreadable', { body: setBy, number: instruction.number, date: instruction.date, rule: 'unknown' }, { missing: 'instruction', supplier: { kind: 'body', code: setBy } })];
  }
}
