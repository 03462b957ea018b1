import type { z } from 'zod';
import type { restrictionInput } from '../contract/shapes/material.ts';
import { requisiteDate } from './dates.ts';
import { fill } from './placeholders.ts';
import type { Wording } from './wording.ts';

/** An additional restriction in words, with the originator's instruction behind it (Art. 9(4)). */
export function restrictionInWords({ common }: Wording, { rule, instruction }: z.infer<typeof restrictionInput>): string {
  const to = rule.kind === 'notTo' || rule.kind === 'onlyTo' ? [...rule.bodies, ...rule.states].join(', ') : '';
  const restriction = fill(common.restrictionKinds[rule.kind], { to, text: rule.kind === 'purpose' ? rule.text : '' });
  return fill(common.instruction, { restriction, number: instruction.number, date: requisiteDate(instruction.date) });
}
