import { useController, useWatch } from 'react-hook-form';
import { linesOfSheet } from '#app/recovery/line-code.ts';
import { Button } from '../components/Button.tsx';
import { TextField } from '../components/TextField.tsx';
import { useTexts } from '../language/texts.ts';
import { emptySheet, recoveryForm } from './recovery-form.ts';
import styles from './Gate.module.css';

const faults = { 'line.length': 'recovery.open.length', 'line.check': 'recovery.open.check', 'line.place': 'recovery.open.place' } as const;
const isFault = (message: string | undefined): message is keyof typeof faults => message !== undefined && Object.hasOwn(faults, message);

/** The sheets as their holders type or scan them: a line a field, so that a slip is named by its place. A scanner's Enter goes on to the next. */
export function SheetFields({ most }: { readonly most: number }) {
  const { t } = useTexts();
  const { control, setValue } = recoveryForm.useValues();
  const sheets = useWatch({ control, name: 'sheets' });
  return (
    <>
      {sheets.map((_, sheet) => (
        // oxlint-disable-next-line react/no-array-index-key -- a sheet is known by its place on the screen until it is read
        <fieldset key={sheet} className={styles['group']}>
          <legend>{t('recovery.open.sheet', { n: sheet + 1 })}</legend>
          {Array.from({ length: linesOfSheet }, (__, line) => <Line key={line} name={`sheets.${sheet}.${line}`} line={line + 1} first={sheet === 0 && line === 0} />)}
        </fieldset>
      ))}
      <div><Button icon="add" disabled={sheets.length >= most} onClick={() => setValue('sheets', [...sheets, emptySheet()])}>{t('recovery.open.addSheet')}</Button></div>
    </>
  );
}

function Line({ name, line, first }: { readonly name: string; readonly line: number; readonly first: boolean }) {
  const { t } = useTexts();
  const { field, fieldState } = useController({ name });
  const { error } = fieldState;
  const words = error === undefined ? undefined : error.type === 'said' ? error.message : t(isFault(error.message) ? faults[error.message] : 'recovery.open.check');
  return (
    <TextField name={name} label={t('recovery.open.line', { n: line })} description={first ? t('recovery.open.lineHint') : undefined} required takesFocus={first} maxLength={60}
      value={field.value as string} onChange={field.onChange} onBlur={field.onBlur} error={words} />
  );
}
