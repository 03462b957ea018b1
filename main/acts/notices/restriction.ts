import { findBody } from '#app/agreement/bodies.ts';
import { restrictionRule } from '#app/contract/shapes/material.ts';
import { outOfScope, quotedRule, type Held } from '#app/exchange/pastRecipients.ts';
import type { RestrictionRule } from '#app/exchange/restriction.ts';
import type { NewAct } from '#app/journal/act.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { Located } from '../lookup.ts';
import { standingOn } from '../standing.ts';
import type { Drafted } from './draft.ts';
import { lettersToHolders } from './holders.ts';

/** As the contract has it. */
const quoted = (rule: RestrictionRule, derived: boolean) => restrictionRule.nullable().parse(quotedRule(rule, derived));

interface Change {
  /** Of the restriction. */
  readonly id: string;
  readonly change: 'set' | 'lifted';
  readonly rule: RestrictionRule;
  readonly from: string;
  readonly to: string | null;
}

interface Told {
  readonly acts: NewAct[];
  readonly notices: Drafted['notice'][];
  /** Codes of recipients whom a restriction set leaves out. */
  readonly outOfScope: string[];
}

/** Letters on a restriction set or lifted, each saying whether its addressee is left out of it (R9.9). */
export function restrictionLetters(at: Located, { id, change, rule, from, to }: Change, context: Context): Told {
  const { bodies } = standingOn(context.vault.registry, today(context.clock));
  const isOut = ({ recipient }: Held) => change === 'set' && outOfScope(rule, findBody(recipient, bodies) ?? { code: recipient, state: null });
  const { acts, notices, holders } = lettersToHolders(at, {
    kind: 'restrictionChange', link: id, alike: ({ particulars }) => particulars?.kind === 'restrictionChange' && particulars.change === change,
    particulars: (holder) => ({ kind: 'restrictionChange', change, rule: quoted(rule, holder.derived), from, to, outOfScope: isOut(holder) }),
  }, context);
  return { acts, notices, outOfScope: [...new Set(holders.filter(isOut).map(({ recipient }) => recipient))] };
}
