import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { FormProvider, type FieldErrors, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Refusal } from '#app/contract/refusals.ts';
import type { Result } from '../../contract/client.ts';
import { deskNow } from '../../desk/clock.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import { isPressed } from '../../shortcuts/table.ts';
import { Button } from '../Button.tsx';
import { ErrorNote, Note } from '../notes.tsx';
import { RefusalList, wordsOf } from '../RefusalList.tsx';
import { enterOnList, fieldsIn, moveFrom } from './keys.ts';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { useDraft } from './useDraft.ts';
import { useLeaving } from './useLeaving.ts';
import styles from './form.module.css';

export interface FormFrameProps<V extends FieldValues, P, A> {
  readonly form: UseFormReturn<V, unknown, P>;
  readonly initial: V;
  readonly label: string;
  readonly children: ReactNode;
  readonly save: ReactNode;
  readonly send: (input: P) => Promise<Result<A>>;
  readonly onDone: (answer: A, input: P) => void;
  /** Name under which the draft is kept; leave out for a form too small to be worth one. */
  readonly draft?: string;
  /** Which field a refusal without a `path` belongs to. */
  readonly fieldOf?: Readonly<Partial<Record<Refusal['code'], string>>>;
  /** Esc, when nothing else lies open, and the button beside the one that saves; asked first where what was typed would be lost. */
  readonly onCancel?: () => void;
  readonly actions?: ReactNode;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A draft is sealed under the first officer's key: the second one's passphrase is no part of it. */
const withoutSecond = (values: object): object => Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'second'));
const countErrors = (errors: FieldErrors): number =>
  Object.values(errors).reduce((sum: number, each) => sum + (each && typeof each === 'object' ? ('type' in each && typeof each.type === 'string' ? 1 : countErrors(each as FieldErrors)) : 0), 0);

/**
 * Every form of the program: Enter to the next field and Shift+Enter back, Ctrl+Enter saves, Esc closes one
 * layer; main's refusals stand at their fields; whatever was typed is kept, also over a lock or a power loss.
 */
export function FormFrame<V extends FieldValues, P, A>({ form, initial, label, children, save, send, onDone, draft, fieldOf = {}, onCancel, actions }: FormFrameProps<V, P, A>) {
  const { t, maybe } = useTexts();
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [fault, setFault] = useState<Error | undefined>();
  const care = useDraft(draft, () => withoutSecond(form.getValues()), (value) => { if (isObject(value)) form.reset({ ...initial, ...value }, { keepDefaultValues: true }); });
  const { touched } = care;
  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ name }) => { if (name !== undefined) touched(); } }), [form, touched]);

  const leaving = useLeaving({ onLeave: onCancel, kept: draft !== undefined, values: () => form.getValues() });

  // After the fields have been drawn with what is wrong of them, not before: the library tells the fields later than it tells of having found something.
  const [wrongRound, setWrongRound] = useState(0);
  useEffect(() => {
    if (wrongRound === 0 || !element.current) return;
    fieldsIn(element.current).find((field) => field.getAttribute('aria-invalid') === 'true' || field.dataset['error'] === 'true')?.focus();
  }, [wrongRound]);
  const focusFirstWrong = () => { setTimeout(() => setWrongRound((round) => round + 1)); };
  const sendOff = (event?: SyntheticEvent) => form.handleSubmit(async (input) => {
    setRefusals([]);
    setFault(undefined);
    try {
      const result = await send(input);
      if (result.ok) {
        care.drop();
        leaving.settled();
        onDone(result.value, input);
        return;
      }
      const elsewhere: Refusal[] = [];
      for (const refusal of result.refusals) {
        const path = refusal.params['path'] ?? fieldOf[refusal.code];
        const placed = typeof path === 'string' && path !== '' && element.current?.querySelector(`[name="${CSS.escape(path)}"]`);
        if (placed) form.setError(path as never, { type: 'said', message: wordsOf(refusal, maybe) });
        // A wrong shape is wholly told at its field; a rule of the Agreement is told with its article, too.
        if (!placed || !refusal.code.startsWith('input.')) elsewhere.push(refusal);
      }
      setRefusals(elsewhere);
      focusFirstWrong();
    } catch (error) {
      setFault(error instanceof Error ? error : new Error(String(error)));
    }
  }, focusFirstWrong)(event);

  const keyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    const { target } = event;
    // A layer opened from this form lies elsewhere in the page; its keys are its own.
    if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return;
    const listOpen = target.getAttribute('aria-expanded') === 'true';
    if (isPressed('save', event.nativeEvent)) {
      event.preventDefault();
      event.stopPropagation();
      void sendOff();
    } else if (event.code === 'F4' && target.getAttribute('aria-haspopup') === 'listbox') {
      event.preventDefault();
      target.click();
    } else if ((event.code === 'Enter' || event.code === 'NumpadEnter') && !event.ctrlKey && !event.altKey
      && (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || (event.shiftKey && target instanceof HTMLTextAreaElement))) {
      event.preventDefault();
      event.stopPropagation();
      if (event.shiftKey || !listOpen || !enterOnList(target)) moveFrom(event.currentTarget, target, event.shiftKey ? -1 : 1);
    } else if (event.code === 'Escape' && !listOpen && onCancel) {
      event.preventDefault();
      event.stopPropagation();
      leaving.leave();
    }
  };
  const blur = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) care.sealNow();
  };
  const discard = () => {
    care.drop();
    form.reset(initial);
    setRefusals([]);
  };
  const wrong = countErrors(form.formState.errors);
  const { restored } = care;
  return (
    <FormProvider {...form}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of all its fields */}
      <form ref={element} id={id} className={styles['form']} aria-label={label} noValidate onKeyDownCapture={keyDown} onBlur={blur}
        onSubmit={(event) => { event.stopPropagation(); void sendOff(event); }}>
        {restored && (
          <Note tone="info" actions={<div className={styles['draftActions']}><Button onClick={care.keepRestored}>{t('components.form.continue')}</Button><Button tone="quiet" onClick={discard}>{t('components.form.discard')}</Button></div>}>
            {t('components.form.restored', { at: restored.at.slice(0, 10) === deskNow().slice(0, 10) ? restored.at.slice(11, 16) : showDateTime(restored.at) })}
          </Note>
        )}
        {children}
        {refusals.length > 0 && <Note tone="error">{t('components.form.refused')}</Note>}
        <RefusalList refusals={refusals} />
        <ErrorNote fault={fault} />
        {leaving.asking && <LeaveQuestion leaving={leaving} />}
        <div className={styles['foot']}>
          <Button type="submit" tone="main" shortcut="save" busy={form.formState.isSubmitting}>{save}</Button>
          {onCancel && <Button tone="quiet" onClick={leaving.leave}>{t('components.cancel')}</Button>}
          {actions}
          {wrong > 0 && <output className={styles['wrong']}>{t('components.form.check', { count: wrong })}</output>}
        </div>
      </form>
    </FormProvider>
  );
}
