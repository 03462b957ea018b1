import { useMemo } from 'react';
import type { Answer } from '#app/contract/index.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion, type Answer as Asked } from '../../contract/hooks.ts';
import type { Plan } from './plan.ts';
import { useSettled } from './useSettled.ts';

export interface Decision extends Omit<Answer<'release.decide'>['decisions'][number], 'refusals'> { readonly refusals: readonly Refusal[] }

const areas = ['consents', 'materials', 'incidents', 'reference', 'release', 'requests', 'clearances'] as const;

export interface Decisions {
  readonly of: (materialId: string, recipient: string) => Decision | undefined;
  readonly all: readonly Decision[];
  /** The decisions shown answer what stands in the form now. */
  readonly current: boolean;
  readonly answer: Asked<Answer<'release.decide'>>;
}

/** The decision on each pair, asked anew whenever the form or the registry changes; nothing is decided here. */
export function useDecisions(plan: Plan): Decisions {
  const { materialIds, purpose, channel, confirmedPurposes, requestId, person } = plan;
  const recipients = useMemo(() => [...plan.recipients, ...plan.outside], [plan.recipients, plan.outside]);
  const wanted = useMemo(() => ({ materialIds, recipients, purpose, channel, on: null, confirmedPurposes, requestId, person }), [materialIds, recipients, purpose, channel, confirmedPurposes, requestId, person]);
  const settled = useSettled(wanted, 350);
  const answer = useQuestion(registry.release.decide, settled.materialIds.length > 0 && settled.recipients.length > 0 ? settled : undefined, areas);
  return useMemo(() => {
    // The contract's refusal and the one shown are the same record; its codes are narrowed by main alone.
    const all = (answer.value?.decisions ?? []) as readonly Decision[];
    const byPair = new Map(all.map((each) => [`${each.materialId} ${each.recipient}`, each]));
    return { all, of: (materialId, recipient) => byPair.get(`${materialId} ${recipient}`), current: settled === wanted && !answer.asking && answer.value !== undefined, answer };
  }, [answer, settled, wanted]);
}
