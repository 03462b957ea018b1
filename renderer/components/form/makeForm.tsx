import { zodResolver } from '@hookform/resolvers/zod';
import type { ReactNode } from 'react';
import { useController, useForm, useFormContext, type FieldPath, type FieldPathValue, type FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import { useTexts } from '../../language/texts.ts';
import { FormFrame, type FormFrameProps } from './FormFrame.tsx';
import { problemText } from './problems.ts';

export interface Bound<T> {
  readonly name: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly onBlur: () => void;
  readonly error?: string;
}

/** Binds one field by its path, in any form whose values have what `I` names. */
export function fieldIn<I extends FieldValues>() {
  return function Field<N extends FieldPath<I>>({ name, children }: { readonly name: N; readonly children: (bound: Bound<FieldPathValue<I, N>>) => ReactNode }) {
    const { t } = useTexts();
    const { field, fieldState } = useController<I, N>({ name });
    const error = problemText(fieldState.error, t);
    return <>{children({ name, value: field.value, onChange: field.onChange, onBlur: field.onBlur, ...(error === undefined ? {} : { error }) })}</>;
  };
}

/**
 * The form of one command, from the contract's own schema: what is typed is checked here as main will check
 * it. `Frame` is the form, `Field` binds one field by its path, `useValues` reads what stands in it now.
 */
export function makeForm<I extends FieldValues, O>(schema: z.ZodType<O, I>) {
  function Frame<A>(props: Omit<FormFrameProps<I, O, A>, 'form'>) {
    const form = useForm<I, unknown, O>({
      // The form's own values are the schema's input; the two libraries name the same type differently.
      resolver: zodResolver(schema as z.ZodType<O, FieldValues>) as never,
      defaultValues: props.initial as never, mode: 'onSubmit', reValidateMode: 'onChange', shouldFocusError: false,
    });
    return <FormFrame form={form} {...props} />;
  }

  const Field = fieldIn<I>();

  /** The form around: `watch`, `setValue`, `getValues`, for fields that depend on one another. */
  const useValues = () => useFormContext<I, unknown, O>();
  return { Frame, Field, useValues };
}
