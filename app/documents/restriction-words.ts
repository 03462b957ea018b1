import type { z } from 'zod';
import type { restrictionInput, restrictionRule } from '../contract/shapes/material.ts';
import { requisiteDate } from './dates.ts';
import { fill } from './placeholders.ts';
import type { Wording } from './wording.ts';

/** What an additional restriction says, in words. */
export function ruleInWords({ common }: Wording, rule: z.infer<typeof restrictionRule>): string {
  const to = rule.kind === 'notTo' || rule.kind === 'onlyTo' ? [...rule.bodies, ...rule.states].join(', ') : '';
  return fill(common.restrictionKinds[rule.kind], { to, text: rule.kind === 'purpose' ? rule.text : '' });
}

/** An additional restriction in words, with the originator's instruction behind it (Art. 9(4)). */
export const restrictionInWords = (words: Wording, { rule, instruction }: z.infer<typeof restrictionInput>): string =>
  fill(words.common.instruction, { restriction: ruleInWords(words, rule), number: instruction.number, date: requisiteDate(instruction.date) });
