import { useRef, useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';

/**
 * The words looked for. Enter looks: each search is an act in the journal (Art. 11), so half-typed words are not
 * searched. Esc puts back what is being asked.
 */
export function SearchField({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ of: text, text });
  const now = typed.of === text ? typed.text : text;
  useShortcut('find', () => { input.current?.focus(); input.current?.select(); });
  return (
    <TextField label={t('materials.search.label')} placeholder={t('materials.search.placeholder')} value={now} maxLength={400} inputRef={input}
      onChange={(next) => setTyped({ of: text, text: next })}
      onKeyDown={(event) => {
        if (event.code === 'Enter' || event.code === 'NumpadEnter') { event.preventDefault(); input.current?.blur(); onSearch(now.trim()); }
        if (event.code === 'Escape') setTyped({ of: text, text });
      }} />
  );
}
