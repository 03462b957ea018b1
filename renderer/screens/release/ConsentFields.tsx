import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { CheckField, RadioField } from '../../components/CheckField.tsx';
import { Combobox, type Option } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Row } from '../../components/form/Row.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useTexts } from '../../language/texts.ts';
import { useBodyNames } from '../common/useBodyNames.ts';
import { ConsentField, useConsentValues, type ConsentValues } from './consentForm.ts';

const kinds = ['body', 'state', 'observer', 'thirdParty'] as const;
const nothing = {};

function useScopes(kind: ConsentValues['scope']['kind']): readonly Option<string>[] {
  const { language } = useTexts();
  const { optionsOf } = useBodyNames();
  const { value: states } = useQuestion(registry.reference.states, nothing);
  if (kind === 'state') return (states ?? []).filter(({ code }) => code !== 'CENTRE').map(({ code, names }) => ({ value: code, label: `${code} ${names[language]}`, found: Object.values(names) }));
  return optionsOf((body) => (kind === 'body' ? body.kind === 'authorised' : body.kind === kind));
}

/** The consent as the paper has it: who, for which materials, to whom, for what, and the paper itself. */
export function ConsentFields({ materials }: { readonly materials: readonly MaterialRow[] }) {
  const { t } = useTexts();
  const { watch, setValue } = useConsentValues();
  const kind = watch('scope.kind');
  const conditions = watch('conditions');
  const scopes = useScopes(kind);
  const { optionsOf } = useBodyNames();
  return (
    <>
      <ConsentField name="grantor">
        {(field) => <Combobox {...field} label={t('release.consent.grantor')} required value={field.value === '' ? null : field.value} onChange={(next) => field.onChange(next ?? '')} choices={optionsOf((body) => body.kind === 'authorised')} />}
      </ConsentField>
      <ConsentField name="materialIds">
        {(field) => <MultiChoice {...field} label={t('release.consent.materials')} required choices={materials.map((row) => ({ value: row.id, label: row.regNo, found: [row.senderNumber] }))} />}
      </ConsentField>
      <ConsentField name="scope.kind">
        {(field) => (
          <RadioField {...field} label={t('release.consent.scope')} required choices={kinds.map((value) => ({ value, label: t(`release.consent.kinds.${value}`) }))}
            onChange={(next) => { field.onChange(next); if (next !== kind) setValue('scope.codes', []); }} />
        )}
      </ConsentField>
      <ConsentField name="scope.codes">{(field) => <MultiChoice {...field} label={t('release.consent.codes')} required choices={scopes} />}</ConsentField>
      <ConsentField name="purpose">{(field) => <TextField {...field} label={t('release.purpose')} required maxLength={400} />}</ConsentField>
      <Row spans={[7, 5]}>
        <ConsentField name="number">{(field) => <TextField {...field} label={t('release.consent.number')} required takesFocus maxLength={60} />}</ConsentField>
        <ConsentField name="date">{(field) => <DateField {...field} label={t('release.consent.date')} required />}</ConsentField>
      </Row>
      <Row>
        <ConsentField name="signatory">{(field) => <TextField {...field} label={t('release.consent.signatory')} required maxLength={200} />}</ConsentField>
        <ConsentField name="carrier">{(field) => <TextField {...field} label={t('release.consent.carrier')} required maxLength={200} />}</ConsentField>
      </Row>
      <ConsentField name="conditions">{(field) => <TextField {...field} label={t('release.consent.conditions')} maxLength={1000} />}</ConsentField>
      {conditions !== '' && <ConsentField name="conditionsMet">{(field) => <CheckField {...field} label={t('release.consent.conditionsMet')} />}</ConsentField>}
      <Row>
        <ConsentField name="validFrom">{(field) => <DateField {...field} label={t('release.consent.validFrom')} />}</ConsentField>
        <ConsentField name="validTo">{(field) => <DateField {...field} label={t('release.consent.validTo')} />}</ConsentField>
      </Row>
    </>
  );
}
