import type { ReactNode } from 'react';
import type { MaterialFilter } from '#app/contract/materials.ts';
import { accuracyCodes, sourceCodes } from '#app/agreement/evaluation.ts';
import { Choice, Combobox, type Option } from '../../components/Choice.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { Row } from '../../components/form/Row.tsx';
import { MultiChoice } from '../../components/MultiChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { FilterField, FilterFrame, valuesOf, type FilterValues } from './filterForm.ts';
import { basisChoices, languageChoices, sourceKindChoices } from './words.ts';

type ChoiceName = { [K in keyof FilterValues]: FilterValues[K] extends string | null ? (null extends FilterValues[K] ? K : never) : never }[keyof FilterValues];

/** Every requisite by which the list can be narrowed. Ctrl+Enter shows the materials, Esc leaves the list as it was. */
export function FilterDrawer({ open, filter, bodies, states, onClose, onFilter }: {
  readonly open: boolean; readonly filter: MaterialFilter; readonly bodies: readonly Option<string>[]; readonly states: readonly Option<NonNullable<MaterialFilter['states']>[number]>[];
  readonly onClose: () => void; readonly onFilter: (filter: MaterialFilter) => void;
}) {
  const { t, language } = useTexts();
  const missing = { value: 'missing' as const, label: t('materials.filter.missing') };
  const choice = (name: ChoiceName, label: string, choices: readonly Option<string>[], find = false): ReactNode => (
    <FilterField name={name}>
      {({ value, onChange, ...field }) => {
        const props = { ...field, label, choices, clearable: true, value, onChange: (next: string | null) => onChange(next as typeof value) };
        return find ? <Combobox {...props} /> : <Choice {...props} />;
      }}
    </FilterField>
  );
  const eitherWay = (name: 'personalData' | 'restricted' | 'frozen' | 'product') =>
    choice(name, t(`materials.filter.${name}`), [{ value: 'yes', label: t('components.yes') }, { value: 'no', label: t('components.no') }]);
  return (
    <Drawer open={open} onClose={onClose} title={t('materials.filter.title')}>
      <FilterFrame initial={valuesOf(filter)} label={t('materials.filter.title')} save={t('materials.filter.show')} onCancel={onClose}
        send={(value) => Promise.resolve({ ok: true, value })} onDone={onFilter}>
        <FilterField name="text">{(field) => <TextField {...field} label={t('materials.search.label')} description={t('materials.search.hint')} takesFocus />}</FilterField>
        <Row>
          <FilterField name="regNo">{(field) => <TextField {...field} label={t('materials.column.regNo')} />}</FilterField>
          <FilterField name="senderNumber">{(field) => <TextField {...field} label={t('materials.column.senderNumber')} />}</FilterField>
        </Row>
        <Row>
          <FilterField name="states">{(field) => <MultiChoice {...field} label={t('materials.filter.states')} choices={states} />}</FilterField>
          <FilterField name="bodies">{(field) => <MultiChoice {...field} label={t('materials.filter.bodies')} choices={bodies} />}</FilterField>
        </Row>
        <Row>
          <FilterField name="receivedFrom">{(field) => <DateField {...field} label={t('materials.filter.receivedFrom')} />}</FilterField>
          <FilterField name="receivedTo">{(field) => <DateField {...field} label={t('materials.filter.receivedTo')} />}</FilterField>
        </Row>
        <Row spans={[4, 4, 4]}>
          {choice('degree', t('materials.column.degree'), [{ value: 'LOWER', label: t('components.grif.LOWER') }, { value: 'UPPER', label: t('components.grif.UPPER') }])}
          {choice('source', t('materials.filter.source'), [...sourceCodes.map((value) => ({ value, label: value })), missing])}
          {choice('accuracy', t('materials.filter.accuracy'), [...accuracyCodes.map((value) => ({ value, label: value })), missing])}
        </Row>
        <Row>
          {choice('sourceKind', t('materials.column.sourceKind'), sourceKindChoices(language), true)}
          {choice('language', t('materials.column.language'), languageChoices(t), true)}
        </Row>
        <Row>
          {choice('basis', t('materials.column.basis'), basisChoices(t))}
          {choice('admission', t('materials.filter.admission'), [{ value: 'admitted', label: t('materials.admission.admitted') }, { value: 'notAdmitted', label: t('materials.admission.notAdmitted') }])}
        </Row>
        <Row>{eitherWay('personalData')}{eitherWay('restricted')}</Row>
        <Row>{eitherWay('frozen')}{eitherWay('product')}</Row>
      </FilterFrame>
    </Drawer>
  );
}
