import { useMemo } from 'react';
import type { Answer } from '#app/contract/index.ts';
import type { Option } from '../../components/Choice.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { inOrderOf } from '../../language/sort.ts';
import { useTexts } from '../../language/texts.ts';

export type ListedBody = Answer<'reference.bodies'>[number];

const today = { on: null };

export interface Bodies {
  readonly all: readonly ListedBody[];
  /** `TJ-01 Агентство…`; the code alone for a body of no directory. */
  readonly nameOf: (code: string) => string;
  /** `Агентство…` alone; the Centre by its own name, empty for a body of no directory. */
  readonly bareName: (code: string) => string;
  /** Every body of the directory. */
  readonly choices: readonly Option<string>[];
  readonly optionsOf: (wanted: (body: ListedBody) => boolean) => readonly Option<string>[];
}

/** The directory as it stands today, with names in the officer's language, found by those of all three. */
export function useBodyNames(): Bodies {
  const { t, language } = useTexts();
  const { value } = useQuestion(registry.reference.bodies, today);
  return useMemo(() => {
    const all = value ?? [];
    const order = inOrderOf(language);
    const bare = new Map(all.map((body) => [body.code, body.names[language]]));
    const nameOf = (code: string) => { const name = bare.get(code); return name === undefined ? code : `${code} ${name}`; };
    const optionsOf = (wanted: (body: ListedBody) => boolean) =>
      all.filter(wanted).map((body) => ({ value: body.code, label: nameOf(body.code), found: Object.values(body.names) })).toSorted((a, b) => order(a.value, b.value));
    return {
      all, nameOf, optionsOf, choices: optionsOf(() => true),
      bareName: (code) => (code === 'CENTRE' ? t('materials.centre') : bare.get(code) ?? ''),
    };
  }, [value, language, t]);
}
