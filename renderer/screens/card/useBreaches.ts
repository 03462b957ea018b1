import type { Answer } from '#app/contract/index.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import type { Card } from './CardBody.tsx';

export type Breach = Answer<'incidents.list'>[number];

const nothing = {};

/** Breaches that touch the material of a card; nothing is asked where there are none. */
export function useBreaches({ incidents }: Card): readonly Breach[] {
  const { value } = useQuestion(registry.incidents.list, incidents.length > 0 ? nothing : undefined);
  return (value ?? []).filter((each) => incidents.includes(each.id));
}
