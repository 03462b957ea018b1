import { useMemo } from 'react';
import { useFieldArray, useWatch } from 'react-hook-form';
import { Button, IconButton } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { stateCodes } from '#app/agreement/states.ts';
import { readers, restrictionKinds } from '../common/restrictionKinds.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { useStates } from '../common/useStates.ts';
import { DocumentField, useDocumentValues, type RestrictionValues } from './documentForm.ts';
import { isSender } from './SenderFields.tsx';
import styles from './register.module.css';

const empty: RestrictionValues = { instruction: { number: '', date: '' }, rule: { kind: null, bodies: [], states: [], text: '', roles: [] }, from: '', to: '' };

function RestrictionRow({ at, remove }: { readonly at: number; readonly remove: () => void }) {
  const { t } = useTexts();
  const { control } = useDocumentValues();
  const kind = useWatch({ control, name: `restrictions.${at}.rule.kind` });
  const { optionsOf } = useBodyNames();
  const choices = useMemo(() => optionsOf(isSender), [optionsOf]);
  const { choices: states } = useStates();
  const n = at + 1;
  return (
    <fieldset className={styles['restriction']} aria-label={t('register.restriction.nth', { n })}>
      <DocumentField name={`restrictions.${at}.instruction.number`}>{(field) => <TextField {...field} label={t('register.restriction.number')} required takesFocus={kind === null} />}</DocumentField>
      <DocumentField name={`restrictions.${at}.instruction.date`}>{(field) => <DateField {...field} label={t('register.restriction.date')} required />}</DocumentField>
      <DocumentField name={`restrictions.${at}.rule.kind`}>
        {(field) => <Choice {...field} label={t('register.restriction.kind')} choices={restrictionKinds.map((value) => ({ value, label: t(`register.restriction.kinds.${value}`) }))} required />}
      </DocumentField>
      <DocumentField name={`restrictions.${at}.from`}>{(field) => <DateField {...field} label={t('register.restriction.from')} required />}</DocumentField>
      <DocumentField name={`restrictions.${at}.to`}>{(field) => <DateField {...field} label={t('register.restriction.to')} />}</DocumentField>
      <IconButton icon="remove" label={t('register.restriction.remove', { n })} onClick={remove} />
      {(kind === 'notTo' || kind === 'onlyTo') && (
        <div className={styles['whole']}>
          <DocumentField name={`restrictions.${at}.rule.states`}>
            {(field) => <MultiChoice {...field} label={t('register.restriction.states')} choices={states} onChange={(next) => field.onChange(stateCodes.filter((code) => next.includes(code)))} />}
          </DocumentField>
          <DocumentField name={`restrictions.${at}.rule.bodies`}>{(field) => <MultiChoice {...field} label={t('register.restriction.bodies')} choices={choices} />}</DocumentField>
        </div>
      )}
      {kind === 'viewOnly' && (
        <div className={styles['whole']}>
          <DocumentField name={`restrictions.${at}.rule.roles`}>
            {(field) => <MultiChoice {...field} label={t('register.restriction.readers')} required choices={readers.map((value) => ({ value, label: t(`frame.roles.${value}`) }))} />}
          </DocumentField>
        </div>
      )}
      {kind === 'purpose' && (
        <div className={styles['whole']}><DocumentField name={`restrictions.${at}.rule.text`}>{(field) => <TextField {...field} label={t('register.restriction.text')} required />}</DocumentField></div>
      )}
    </fieldset>
  );
}

/** Additional restrictions, each on the originator's own written instruction (Art. 9). */
export function RestrictionRows() {
  const { t } = useTexts();
  const { control } = useDocumentValues();
  const { fields, append, remove } = useFieldArray({ control, name: 'restrictions' });
  return (
    <div className={styles['rows']}>
      {fields.map((row, at) => <RestrictionRow key={row.id} at={at} remove={() => remove(at)} />)}
      <div><Button icon="add" tone="quiet" disabled={fields.length >= 20} onClick={() => append(empty, { shouldFocus: false })}>{t('register.restriction.add')}</Button></div>
    </div>
  );
}
