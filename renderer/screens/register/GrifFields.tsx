import { useWatch } from 'react-hook-form';
import { degrees, isBelow } from '#app/agreement/grif.ts';
import type { RecognisedMarking } from '#app/agreement/annex1.ts';
import { Button } from '../../components/Button.tsx';
import { RadioField } from '../../components/CheckField.tsx';
import { Note } from '../../components/notes.tsx';
import { showArticle } from '../../components/article.ts';
import { Row } from '../../components/form/Row.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useScreenGrif } from '../../frame/shown.ts';
import { useTexts } from '../../language/texts.ts';
import { useShortcut } from '../../shortcuts/useShortcut.ts';
import { DocumentField, useDocumentValues } from './documentForm.ts';
import { sendersDegree } from './senderMarking.ts';
import styles from './register.module.css';

/** Our grif by Annex 1: proposed from the stamp, never below the sender's, higher only with a reason (Art. 8, 9). */
export function GrifFields({ read }: { readonly read: ((marking: string) => RecognisedMarking) | undefined }) {
  const { t } = useTexts();
  const { control, setValue } = useDocumentValues();
  const [marking, degree, readAs, text] = useWatch({ control, name: ['asReceived.marking', 'degree', 'markingReadAs.degree', 'asReceived.text'] });
  const reading = marking.trim() === '' ? undefined : read?.(marking);
  const senders = sendersDegree(reading, readAs);
  const choices = degrees.map((value) => ({ value, label: `${t(`components.grif.${value}`)} · ${t(`components.grif.centre.${value}`)}` }));
  // What is typed here is classified before its grif is set; above Annex 1 it is at least the upper degree.
  useScreenGrif(degree, senders, reading?.kind === 'above' ? 'UPPER' : null, text.trim() === '' ? null : 'LOWER');
  const proposed = senders !== null && degree !== senders ? senders : null;
  const accept = () => { if (proposed !== null) setValue('degree', proposed, { shouldDirty: true, shouldValidate: true }); };
  useShortcut('acceptGrif', proposed === null ? undefined : accept);
  const below = degree !== null && senders !== null && isBelow(degree, senders);
  const higher = degree !== null && senders !== null && isBelow(senders, degree);
  return (
    <div className={styles['grif']}>
      {reading?.kind === 'above' && (
        <Note tone="error" actions={<Button tone="quiet" onClick={() => showArticle('2')}>{t('components.refusal.article', { article: '2' })}</Button>}>
          <strong>{t('register.grif.above')}</strong><span>{t('register.grif.aboveMeans')}</span>
        </Note>
      )}
      {reading?.kind === 'none' && <Note tone="warn"><strong>{t('register.grif.none')}</strong><span>{t('register.grif.noneMeans')}</span></Note>}
      {reading?.kind === 'unknown' && (
        <>
          <Note tone="warn"><strong>{t('register.grif.unknown', { marking: marking.trim() })}</strong><span>{t('register.grif.unknownMeans')}</span></Note>
          <Row spans={[5, 7]}>
            <DocumentField name="markingReadAs.degree">{(field) => <RadioField {...field} label={t('register.grif.readAs')} required choices={degrees.map((value) => ({ value, label: t(`components.grif.${value}`) }))} />}</DocumentField>
            <DocumentField name="markingReadAs.reason">{(field) => <TextField {...field} label={t('register.grif.readAsReason')} required />}</DocumentField>
          </Row>
        </>
      )}
      <Row spans={higher ? [5, 7] : [12]}>
        <DocumentField name="degree">
          {(field) => <RadioField {...field} error={field.error ?? (below ? t('register.grif.below') : undefined)} label={t('register.grif.label')} choices={choices} required />}
        </DocumentField>
        {higher ? <DocumentField name="higherReason">{(field) => <TextField {...field} label={t('register.grif.higherReason')} required />}</DocumentField> : null}
      </Row>
      {proposed !== null && (
        <output className={styles['proposal']}>
          <span>{t(reading?.kind === 'unknown' ? 'register.grif.proposedAsRead' : 'register.grif.proposed', { marking: marking.trim(), grif: t(`components.grif.${proposed}`) })}</span>
          <Button icon="check" shortcut="acceptGrif" onClick={accept}>{t('register.grif.accept')}</Button>
        </output>
      )}
    </div>
  );
}
