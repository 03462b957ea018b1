import { useCallback, useMemo } from 'react';
import { stateCodes } from '#app/agreement/states.ts';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';

const ever = { on: null };
const nothing = {};
const stateOrCentre = [...stateCodes, 'CENTRE'] as const;
type StateOrCentre = (typeof stateOrCentre)[number];

/** Bodies and States by name in the officer's language; a code that the directory does not know stands for itself. */
export function useDirectory() {
  const { t, language } = useTexts();
  const { value: bodies } = useQuestion(registry.reference.bodies, ever);
  const { value: states } = useQuestion(registry.reference.states, nothing);
  const named = useMemo(() => new Map((bodies ?? []).map(({ code, names }) => [code, names[language]])), [bodies, language]);
  const bodyName = useCallback((code: string): string => (code === 'CENTRE' ? t('materials.centre') : named.get(code) ?? ''), [named, t]);
  const bodyChoices = useMemo<readonly Option<string>[]>(() => {
    const order = inOrderOf(language);
    return (bodies ?? []).map((body) => ({ value: body.code, label: `${body.code} ${body.names[language]}`, found: Object.values(body.names) }))
      .toSorted((a, b) => order(a.value, b.value));
  }, [bodies, language]);
  const stateName = useCallback((code: string): string => states?.find((each) => each.code === code)?.names[language] ?? code, [states, language]);
  const stateChoices = useMemo<readonly Option<StateOrCentre>[]>(() => stateOrCentre.flatMap((code) => {
    const found = states?.find((each) => each.code === code);
    return found ? [{ value: code, label: found.names[language], found: Object.values(found.names) }] : [];
  }), [states, language]);
  return { bodyName, bodyChoices, stateName, stateChoices };
}
