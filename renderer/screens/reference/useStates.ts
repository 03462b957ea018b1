import { useMemo } from 'react';
import type { StateCode } from '#app/agreement/states.ts';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';

const nothing = {};

/** The seven States and the Centre by name in the officer's language, and the States as choices. */
export function useStates(): { readonly nameOf: (code: string) => string; readonly choices: readonly Option<StateCode>[] } {
  const { language } = useTexts();
  const { value } = useQuestion(registry.reference.states, nothing);
  return useMemo(() => {
    const all = value ?? [];
    const order = inOrderOf(language);
    return {
      nameOf: (code) => all.find((each) => each.code === code)?.names[language] ?? code,
      choices: all.flatMap(({ code, names }) => (code === 'CENTRE' ? [] : [{ value: code, label: names[language], found: Object.values(names) }]))
        .toSorted((a, b) => order(a.label, b.label)),
    };
  }, [value, language]);
}
