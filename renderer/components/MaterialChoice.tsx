import { useEffect, useState } from 'react';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { registry } from '../contract/client.ts';
import { useQuestion } from '../contract/hooks.ts';
import { useScreenGrif } from '../frame/shown.ts';
import { showDate } from '../language/dates.ts';
import { Combobox } from './Choice.tsx';
import type { FieldProps } from './TextField.tsx';

const pause = 300;
const sort = { by: 'registeredAt', direction: 'descending' } as const;

const lineOf = (row: MaterialRow): string =>
  [row.regNo, row.originator, `${row.senderNumber} · ${showDate(row.senderDate)}`, row.summary === '' ? row.excerpt.slice(0, 60) : row.summary].filter((each) => each !== '').join(' · ');

/** A material already held, found by any part of its registration number or of the sender's; the newest first. */
export function MaterialChoice({ value, onChange, except, ...field }: FieldProps & {
  readonly value: string | null; readonly onChange: (value: string | null) => void; readonly except?: string;
}) {
  // Looking is written in the journal (Art. 11): nothing is looked for until the officer comes to the field.
  const [here, setHere] = useState(false);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  // A chosen line stands in the field as it is written above; nobody is looked for by it.
  const looking = wanted.includes(' · ') ? '' : wanted.slice(0, 60);
  const page = useQuestion(registry.materials.page, !here ? undefined : { filter: looking === '' ? {} : { number: looking }, sort, cursor: null, limit: 20 });
  const [known, setKnown] = useState<MaterialRow | undefined>();
  const card = useQuestion(registry.links.tree, value !== null && known?.id !== value ? { materialId: value } : undefined);
  const chosen = known?.id === value ? known : card.value?.nodes.find((each) => each.id === value);
  const rows = [...(chosen ? [chosen] : []), ...(page.value?.rows ?? [])];
  const distinct = rows.filter((row, at) => row.id !== except && rows.findIndex((other) => other.id === row.id) === at);
  useScreenGrif(...distinct.map((row) => row.degree));
  return (
    <div onFocusCapture={() => setHere(true)}>
      <Combobox {...field} clearable value={value} onSearch={setTyped}
        choices={distinct.map((row) => ({ value: row.id, label: lineOf(row), found: [typed] }))}
        onChange={(id) => { setKnown(distinct.find((row) => row.id === id)); onChange(id); }} />
    </div>
  );
}
