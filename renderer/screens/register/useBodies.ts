import { useMemo } from 'react';
import type { Option } from '../../components/Choice.tsx';
import type { Answer } from '#app/contract/index.ts';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';

export type ListedBody = Answer<'reference.bodies'>[number];

const today = { on: null };
const nothing = {};

/** Bodies of the directory as choices: found by code and by their names in all three languages. */
export function useBodies(wanted: (body: ListedBody) => boolean): { readonly bodies: readonly ListedBody[]; readonly choices: readonly Option<string>[]; readonly fault: Error | undefined } {
  const { language } = useTexts();
  const { value, fault } = useQuestion(registry.reference.bodies, today);
  const bodies = useMemo(() => (value ?? []).filter(wanted), [value, wanted]);
  const choices = useMemo(() => {
    const order = inOrderOf(language);
    return bodies.map((body) => ({ value: body.code, label: `${body.code} ${body.names[language]}`, found: Object.values(body.names) }))
      .toSorted((a, b) => order(a.value, b.value));
  }, [bodies, language]);
  return { bodies, choices, fault };
}

/** The seven States as choices, in the officer's language. */
export function useStates(): readonly Option<string>[] {
  const { language } = useTexts();
  const { value } = useQuestion(registry.reference.states, nothing);
  return useMemo(() => (value ?? []).filter(({ code }) => code !== 'CENTRE')
    .map(({ code, names }) => ({ value: code, label: names[language], found: Object.values(names) })), [value, language]);
}
