import type { z } from 'zod';
import type { restrictionRule } from '#app/contract/shapes/material.ts';
import type { Texts } from '../../language/texts.ts';

/** A restriction in words, with the bodies and States that it names. */
export function ruleInWords(rule: z.output<typeof restrictionRule>, t: Texts['t'], bodyName: (code: string) => string, stateName: (code: string) => string): string {
  if (rule.kind === 'purpose') return t('card.rights.kinds.purposeOf', { text: rule.text });
  if (rule.kind === 'noTransfer' || rule.kind === 'noCopy') return t(`card.rights.kinds.${rule.kind}`);
  return `${t(`card.rights.kinds.${rule.kind}`)}: ${[...rule.states.map(stateName), ...rule.bodies.map(bodyName)].join(', ')}`;
}
