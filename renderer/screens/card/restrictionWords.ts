import type { z } from 'zod';
import type { Answer } from '#app/contract/index.ts';
import type { restrictionRule } from '#app/contract/shapes/material.ts';
import type { Texts } from '../../language/texts.ts';

/** A restriction in words, with the bodies and States that it names. */
export function ruleInWords(rule: z.output<typeof restrictionRule>, t: Texts['t'], bodyName: (code: string) => string, stateName: (code: string) => string): string {
  if (rule.kind === 'purpose') return t('card.rights.kinds.purposeOf', { text: rule.text });
  if (rule.kind === 'viewOnly') return `${t('card.rights.kinds.viewOnly')}: ${rule.roles.map((role) => t(`frame.roles.${role}`)).join(', ')}`;
  if (rule.kind !== 'notTo' && rule.kind !== 'onlyTo') return t(`card.rights.kinds.${rule.kind}`);
  return `${t(`card.rights.kinds.${rule.kind}`)}: ${[...rule.states.map(stateName), ...rule.bodies.map(bodyName)].join(', ')}`;
}

/** Who is told of a restriction, and who is left out of it (R9.6, R9.9); `nobody` where no letter came of it. */
export function toldInWords({ notices, outOfScope }: Answer<'restrictions.complete'>, t: Texts['t'], nobody: string): string {
  return [
    notices.length === 0 ? nobody : t('card.rights.told', { count: notices.length }),
    ...(outOfScope.length === 0 ? [] : [t('card.rights.outOfScope', { bodies: outOfScope.join(', ') })]),
  ].join('. ');
}
