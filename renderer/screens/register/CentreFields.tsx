import { CheckField } from '../../components/CheckField.tsx';
import { Choice } from '../../components/Choice.tsx';
import { EvaluationField } from '../../components/EvaluationField.tsx';
import { Row } from '../../components/form/Row.tsx';
import { MaterialChoice } from '../../components/MaterialChoice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useTexts } from '../../language/texts.ts';
import { sourceKinds } from '#app/agreement/evaluation.ts';
import annex2 from '#assets/reference/annex2.json' with { type: 'json' };
import { DocumentField } from './documentForm.ts';
import { RestrictionRows } from './RestrictionRows.tsx';

/** What the Centre writes beside the block as received: evaluation, restrictions, the persons in it, what it supplements. */
export function CentreFields() {
  const { t, language } = useTexts();
  const kinds = sourceKinds.map((value) => ({ value, label: annex2.sourceKind[value][language], found: Object.values(annex2.sourceKind[value]) }));
  return (
    <>
      <Row spans={[8, 4]}>
        <DocumentField name="evaluation.typed">{(field) => <EvaluationField {...field} label={t('register.centre.evaluation')} />}</DocumentField>
        <DocumentField name="evaluation.sourceKind">{(field) => <Choice {...field} label={t('register.centre.sourceKind')} choices={kinds} searchable clearable />}</DocumentField>
      </Row>
      <Row spans={[8, 4]}>
        <DocumentField name="summary">{(field) => <TextField {...field} label={t('register.centre.summary')} />}</DocumentField>
        <DocumentField name="supplementOf">{(field) => <MaterialChoice {...field} label={t('register.centre.supplementOf')} />}</DocumentField>
      </Row>
      <DocumentField name="personalData">{(field) => <CheckField {...field} label={t('register.centre.personalData')} />}</DocumentField>
      <RestrictionRows />
    </>
  );
}
