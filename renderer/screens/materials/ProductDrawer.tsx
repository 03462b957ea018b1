import { highest } from '#app/agreement/grif.ts';
import { materials } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { GrifBadge } from '../../components/badges.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { NumberField } from '../../components/NumberField.tsx';
import { Note } from '../../components/notes.tsx';
import { TextArea, TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { go } from '../../frame/router.ts';
import { useTexts } from '../../language/texts.ts';
import { z } from 'zod';
import { filled } from '../../components/form/needed.ts';
import { languageChoices } from './words.ts';
import styles from './materials.module.css';

const { shape } = materials.prepareProduct.input;
// The sources are not of the form: a draft taken up again must not bring those of another product with it.
const { title, text, language, sheets, copies } = shape;
const { Frame, Field } = makeForm(z.strictObject({ title, text, language, sheets: filled(sheets), copies: filled(copies) }));

/** A material of the Centre from the chosen ones. Its grif is the highest of theirs: shown, and typed by nobody (Art. 9(2)). */
export function ProductDrawer({ open, sources, onClose }: { readonly open: boolean; readonly sources: readonly MaterialRow[]; readonly onClose: () => void }) {
  const { t, language: spoken } = useTexts();
  const degree = highest(sources.map((row) => row.degree));
  return (
    <Drawer open={open} onClose={onClose} title={t('materials.product.title')} degree={degree}>
      <Frame initial={{ title: '', text: '', language: spoken, sheets: null, copies: 1 }} label={t('materials.product.title')} draft="materials.product" save={t('materials.product.save')}
        onCancel={onClose} send={(input) => registry.materials.prepareProduct({ ...input, sources: sources.map((row) => row.id) })}
        onDone={({ materialId, regNo }) => { toast(t('materials.product.done', { regNo })); onClose(); go('card', { materialId }); }}>
        <div className={styles['computed']} data-part="computed">
          <strong>{t('materials.product.grif')}</strong>
          {degree && <GrifBadge degree={degree} full />}
          <span>{t('materials.product.computed')}</span>
        </div>
        <ul className={styles['sources']} aria-label={t('materials.product.sources')}>
          {sources.map((row) => <li key={row.id}><GrifBadge degree={row.degree} /><span>{row.regNo}</span><span className={styles['ellipsis']}>{row.summary}</span></li>)}
        </ul>
        {sources.some((row) => row.degree !== degree) && <Note tone="info">{t('materials.product.highWater')}</Note>}
        <Field name="title">{(field) => <TextField {...field} label={t('materials.product.name')} required takesFocus />}</Field>
        <Field name="language">
          {({ value, onChange, ...field }) => <Choice {...field} label={t('materials.column.language')} choices={languageChoices(t)} value={value} onChange={(next) => { if (next) onChange(next); }} />}
        </Field>
        <Field name="text">{(field) => <TextArea {...field} label={t('materials.product.text')} rows={10} required />}</Field>
        <Row>
          <Field name="sheets">{(field) => <NumberField {...field} label={t('materials.product.sheets')} min={1} required />}</Field>
          <Field name="copies">{(field) => <NumberField {...field} label={t('materials.product.copies')} min={1} max={1000} required />}</Field>
        </Row>
      </Frame>
    </Drawer>
  );
}
