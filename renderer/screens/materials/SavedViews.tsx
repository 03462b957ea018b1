import { useState } from 'react';
import { z } from 'zod';
import type { MaterialFilter } from '#app/contract/materials.ts';
import { line } from '#app/contract/shapes/text.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { KeyCaps } from '../../components/Keys.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { Note } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import type { Layout } from '../../desk/layouts.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { useSavedViews, type MaterialsView } from './useSavedViews.ts';

const { Frame, Field } = makeForm(z.strictObject({ name: line(60) }));
const empty = { name: '' };

/** Views of the list under names of the officer's own: taken by Ctrl and a digit, sealed before they are kept. */
export function SavedViews({ filter, layout, taken, onTake, onKept }: {
  readonly filter: MaterialFilter; readonly layout: Layout; readonly taken: string | null;
  readonly onTake: (view: MaterialsView) => void; readonly onKept: (id: string | null) => void;
}) {
  const { t } = useTexts();
  const { views, keep, drop } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const [failed, setFailed] = useState(false);
  const current = views.find((view) => view.id === taken);
  useShortcut('views', (event) => {
    const view = views[Number(event.code.slice(-1)) - 1];
    if (view) onTake(view);
  });
  const save = async (name: string) => {
    const id = await keep(name, filter, layout);
    setFailed(id === undefined);
    if (id === undefined) return;
    setNaming(false);
    onKept(id);
    toast(t('materials.views.kept', { name }));
  };
  return (
    <>
      <MenuButton icon="list" groups={[
        views.map((view, at) => ({
          key: view.id, label: view.name, checked: view.id === taken, onClick: () => onTake(view),
          ...(at < 9 ? { end: <KeyCaps caps={['Ctrl', String(at + 1)]} /> } : {}),
        })),
        [
          { key: 'save', label: t('materials.views.save'), onClick: () => setNaming(true) },
          ...(current ? [{ key: 'drop', label: t('materials.views.drop', { name: current.name }), onClick: () => { void drop(current.id); onKept(null); } }] : []),
        ],
      ]}>{current?.name ?? t('materials.views.title')}</MenuButton>
      <Dialog open={naming} onClose={() => setNaming(false)} title={t('materials.views.save')} size="small">
        <Frame initial={current ? { name: current.name } : empty} label={t('materials.views.save')} save={t('components.save')} onCancel={() => setNaming(false)}
          send={({ name }) => Promise.resolve({ ok: true, value: name })} onDone={(name) => void save(name)}>
          {failed && <Note tone="error">{t('materials.views.failed')}</Note>}
          <Field name="name">{(field) => <TextField {...field} label={t('materials.views.name')} description={t('materials.views.what')} required takesFocus />}</Field>
        </Frame>
      </Dialog>
    </>
  );
}
