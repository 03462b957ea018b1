import { z } from 'zod';
import { stateCodes } from '#app/agreement/states.ts';
import { annex1Version } from '#app/contract/shapes/reference.ts';
import { line } from '#app/contract/shapes/text.ts';
import { GrifBadge } from '../../components/badges.tsx';
import { DateField } from '../../components/DateField.tsx';
import { Drawer } from '../../components/Dialog.tsx';
import { makeForm } from '../../components/form/makeForm.tsx';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { toast } from '../../components/Toast.ts';
import { registry } from '../../contract/client.ts';
import { useTexts } from '../../language/texts.ts';
import type { Annex1Version } from './Annex1Table.tsx';
import { useStates } from '../common/useStates.ts';
import styles from './reference.module.css';

const { shape } = annex1Version;
const degrees = ['UPPER', 'LOWER'] as const;
const stamps = z.string().transform((typed) => typed.split(';').map((each) => each.trim()).filter((each) => each !== '')).pipe(z.array(line(60)).max(10));
const cell = z.strictObject({ kk: line(60), ru: line(60), national: stamps });
const row = z.strictObject({ UPPER: cell, LOWER: cell });
// Named one by one, so that each field has its path; the decision is what makes a version, so here it is needed.
const schema = z.strictObject({ ...shape, decision: line(200), rows: z.strictObject({ AZ: row, KZ: row, KG: row, RU: row, TJ: row, TM: row, UZ: row }) });
type Values = z.input<typeof schema>;
const { Frame, Field } = makeForm(schema);

/** The next version begins as the last one stands: a decision changes some words of it, never all. */
function valuesOf(last: Annex1Version): Values {
  const rowOf = (state: (typeof stateCodes)[number]) => {
    const { UPPER, LOWER } = last.rows[state];
    return { UPPER: { ...UPPER, national: UPPER.national.join('; ') }, LOWER: { ...LOWER, national: LOWER.national.join('; ') } };
  };
  return {
    id: '', effectiveFrom: '', decision: '', centre: { UPPER: { ...last.centre.UPPER }, LOWER: { ...last.centre.LOWER } },
    rows: { AZ: rowOf('AZ'), KZ: rowOf('KZ'), KG: rowOf('KG'), RU: rowOf('RU'), TJ: rowOf('TJ'), TM: rowOf('TM'), UZ: rowOf('UZ') },
  };
}

/** A new version of Annex 1 by a decision of the Council (Art. 9). */
export function Annex1Drawer({ open, last, onClose, onRecorded }: { readonly open: boolean; readonly last: Annex1Version; readonly onClose: () => void; readonly onRecorded: (id: string) => void }) {
  const { t } = useTexts();
  const { nameOf } = useStates();
  return (
    <Drawer open={open} onClose={onClose} title={t('reference.annex1.record')} size="large">
      <Frame initial={valuesOf(last)} label={t('reference.annex1.record')} draft="reference.annex1" save={t('reference.annex1.record')} send={registry.reference.recordAnnex1} onCancel={onClose}
        fieldOf={{ 'annex1.decisionMissing': 'decision', 'annex1.idTaken': 'id', 'annex1.notLater': 'effectiveFrom' }} onDone={(_, { id }) => { toast(t('reference.annex1.done')); onRecorded(id); onClose(); }}>
        <Row spans={[3, 3, 6]}>
          <Field name="id">{(field) => <TextField {...field} label={t('reference.annex1.id')} required takesFocus />}</Field>
          <Field name="effectiveFrom">{(field) => <DateField {...field} label={t('reference.annex1.effectiveFrom')} required />}</Field>
          <Field name="decision">{(field) => <TextField {...field} label={t('reference.annex1.decisionField')} description={t('reference.documentHint')} required />}</Field>
        </Row>
        {stateCodes.map((state) => (
          <section key={state} className={styles['state']} aria-label={nameOf(state)}>
            <h3 className={styles['heading']}>{nameOf(state)}</h3>
            {degrees.map((degree) => (
              <fieldset key={degree} className={styles['degree']} aria-label={t(`components.grif.${degree}`)}>
                <GrifBadge degree={degree} />
                <Row>
                  <Field name={`rows.${state}.${degree}.kk`}>{(field) => <TextField {...field} lang="kk" label={t('reference.annex1.kk')} required />}</Field>
                  <Field name={`rows.${state}.${degree}.ru`}>{(field) => <TextField {...field} lang="ru" label={t('reference.annex1.ru')} required />}</Field>
                  <Field name={`rows.${state}.${degree}.national`}>{(field) => <TextField {...field} label={t('reference.annex1.nationalField')} />}</Field>
                </Row>
              </fieldset>
            ))}
          </section>
        ))}
        <section className={styles['state']} aria-label={t('reference.annex1.centre')}>
          <h3 className={styles['heading']}>{t('reference.annex1.centre')}</h3>
          {degrees.map((degree) => (
            <fieldset key={degree} className={styles['degree']} aria-label={t(`components.grif.${degree}`)}>
              <GrifBadge degree={degree} />
              <Row>
                {(['kk', 'ru', 'en'] as const).map((each) => <Field key={each} name={`centre.${degree}.${each}`}>{(field) => <TextField {...field} lang={each} label={t(`reference.annex1.${each}`)} required />}</Field>)}
              </Row>
            </fieldset>
          ))}
        </section>
      </Frame>
    </Drawer>
  );
}
