import { TextInput } from '@mantine/core';
import { consistencyHints, readEvaluation } from '#app/agreement/evaluation.ts';
import annex2 from '#assets/reference/annex2.json' with { type: 'json' };
import { useTexts } from '../language/texts.ts';
import { useKitProps, type FieldProps } from './TextField.tsx';
import styles from './fields.module.css';

/**
 * The code of Annex 2 in two keystrokes (`B3`), with its wording beneath. The value is what was typed, to the
 * letter: Cyrillic look-alikes are understood, not replaced (R15.2). There is never a default (R15.1).
 */
export function EvaluationField({ value, onChange, ...field }: FieldProps & { readonly value: string; readonly onChange: (typed: string) => void }) {
  const { t, language } = useTexts();
  const read = readEvaluation(value);
  const kit = useKitProps({ ...field, error: field.error ?? (read.kind === 'invalid' && value.trim().length >= 2 ? t('components.evaluation.invalid') : undefined) });
  return (
    <div className={styles['evaluation']}>
      <TextInput {...kit} value={value} onChange={(event) => onChange(event.currentTarget.value)} maxLength={10} autoComplete="off" spellCheck={false} className={styles['code'] ?? ''} />
      <output className={styles['wording']}>
        {read.kind === 'code' && (
          <>
            <span><strong>{read.source}</strong> {annex2.source[read.source][language]}</span>
            <span><strong>{read.accuracy}</strong> {annex2.accuracy[read.accuracy][language]}</span>
            {read.normalised !== value && <span className={styles['dim']}>{t('components.evaluation.normalised', { typed: value, code: read.normalised })}</span>}
            {consistencyHints(read.source, read.accuracy).map((hint) => <span key={hint} className={styles['warn']}>{t(`components.evaluation.hints.${hint}`)}</span>)}
          </>
        )}
        {read.kind === 'missing' && <><span className={styles['dim']}>{t('components.evaluation.hint')}</span></>}
        {read.kind === 'foreign' && <span className={styles['warn']}>{t('components.evaluation.foreign')}</span>}
        {read.kind === 'invalid' && <span className={styles['dim']}>{t('components.evaluation.hint')}</span>}
      </output>
    </div>
  );
}
