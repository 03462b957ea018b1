import { useMemo } from 'react';
import type { StateCode } from '#app/agreement/states.ts';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';

const nothing = {};

/** The seven States and the Centre by name in the officer's language, the States as choices, and both (`withCentre`). */
export function useStates(): { readonly nameOf: (code: string) => string; readonly choices: readonly Option<StateCode>[]; readonly withCentre: readonly Option<StateCode | 'CENTRE'>[] } {
  const { language } = useTexts();
  const { value } = useQuestion(registry.reference.states, nothing);
  return useMemo(() => {
    const all = value ?? [];
    const order = inOrderOf(language);
    const options = all.map(({ code, names }) => ({ value: code, label: names[language], found: Object.values(names) }));
    const choices = options.flatMap(({ value: code, ...rest }) => (code === 'CENTRE' ? [] : [{ value: code, ...rest }])).toSorted((a, b) => order(a.label, b.label));
    return {
      nameOf: (code) => all.find((each) => each.code === code)?.names[language] ?? code,
      choices, withCentre: [...choices, ...options.filter(({ value: code }) => code === 'CENTRE')],
    };
  }, [value, language]);
}
