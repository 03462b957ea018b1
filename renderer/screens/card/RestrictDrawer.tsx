import { useWatch } from 'react-hook-form';
import { stateCodes, type StateCode } from '#app/agreement/states.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { RadioField } from '../../components/CheckField.tsx';
import type { Option } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { Row } from '../../components/form/Row.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { Note } from '../../components/notes.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import { readers, restrictionKinds } from '../common/restrictionKinds.ts';
import { toldInWords } from './restrictionWords.ts';
import { RestrictionField, RestrictionFrame, useRestriction, type RestrictionValues } from './restrictionForm.ts';

const empty: RestrictionValues = { instruction: { number: '', date: '' }, kind: null, bodies: [], states: [], text: '', roles: [], from: '', to: '' };

/** What the chosen kind still needs: addressees, the purpose, or readers. */
function RuleFields({ bodies, states }: { readonly bodies: readonly Option<string>[]; readonly states: readonly Option<StateCode>[] }) {
  const { t } = useTexts();
  const { control } = useRestriction();
  const kind = useWatch({ control, name: 'kind' });
  if (kind === 'purpose') return <RestrictionField name="text">{(field) => <TextField {...field} label={t('card.rights.purpose')} required />}</RestrictionField>;
  if (kind === 'viewOnly') {
    return <RestrictionField name="roles">{(field) => <MultiChoice {...field} label={t('card.rights.readers')} required choices={readers.map((value) => ({ value, label: t(`frame.roles.${value}`) }))} />}</RestrictionField>;
  }
  if (kind !== 'notTo' && kind !== 'onlyTo') return null;
  return (
    <Row>
      <RestrictionField name="states">{(field) => <MultiChoice {...field} label={t('materials.filter.states')} choices={states} />}</RestrictionField>
      <RestrictionField name="bodies">{(field) => <MultiChoice {...field} label={t('materials.filter.bodies')} choices={bodies} />}</RestrictionField>
    </Row>
  );
}

/** An additional restriction is the originator's: without its written instruction there is none (Art. 9). */
export function RestrictDrawer({ row, bodies, states, onClose }: {
  readonly row: MaterialRow; readonly bodies: readonly Option<string>[]; readonly states: readonly Option<StateCode | 'CENTRE'>[]; readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const own = states.flatMap((each) => { const value = stateCodes.find((code) => code === each.value); return value ? [{ ...each, value }] : []; });
  return (
    <Drawer open onClose={onClose} title={t('card.rights.recordTitle', { regNo: row.regNo })} degree={row.degree}>
      <RestrictionFrame initial={empty} label={t('card.rights.record')} save={t('card.rights.record')} draft={`restriction.${row.id}`} onCancel={onClose}
        send={(restriction) => registry.restrictions.record({ materialId: row.id, restriction })}
        fieldOf={{ 'date.inFuture': 'instruction.date', 'date.order': 'to', 'restriction.emptyAddressees': 'bodies' }}
        onDone={(told) => { toast(toldInWords(told, t, t('card.rights.toldNone'))); onClose(); }}>
        <Note tone="info">{t('card.rights.byOriginator', { body: row.originator })}</Note>
        <Row>
          <RestrictionField name="instruction.number">{(field) => <TextField {...field} label={t('card.rights.number')} required takesFocus />}</RestrictionField>
          <RestrictionField name="instruction.date">{(field) => <DateField {...field} label={t('card.rights.date')} required />}</RestrictionField>
        </Row>
        <RestrictionField name="kind">
          {(field) => <RadioField {...field} label={t('card.rights.rule')} required choices={restrictionKinds.map((value) => ({ value, label: t(`card.rights.kinds.${value}`) }))} />}
        </RestrictionField>
        <RuleFields bodies={bodies} states={own} />
        <Row>
          <RestrictionField name="from">{(field) => <DateField {...field} label={t('card.rights.from')} required />}</RestrictionField>
          <RestrictionField name="to">{(field) => <DateField {...field} label={t('card.rights.to')} />}</RestrictionField>
        </Row>
      </RestrictionFrame>
    </Drawer>
  );
}
