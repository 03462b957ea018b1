import type { Texts } from '../../language/texts.ts';
import type { TextKey } from '../../language/areas.ts';

/** Words our schemas use for what is wrong; each has its text. */
const ours: Readonly<Record<string, TextKey>> = {
  empty: 'components.form.invalid.empty',
  choose: 'components.form.invalid.choose',
  controlCharacters: 'components.form.invalid.controlCharacters',
  order: 'components.form.invalid.order',
  differs: 'components.form.invalid.differs',
  notADate: 'components.form.invalid.notADate',
  notALogin: 'components.form.invalid.notALogin',
  notABodyCode: 'components.form.invalid.notABodyCode',
};
/** Kinds of problem that the schema library names itself. */
const kinds: Readonly<Record<string, TextKey>> = {
  too_big: 'components.form.invalid.tooLong',
  too_small: 'components.form.invalid.empty',
  invalid_type: 'components.form.invalid.empty',
  invalid_value: 'components.form.invalid.choose',
  invalid_union: 'components.form.invalid.choose',
};

/** The words for a field's problem; `said` are words already in the officer's language (a refusal of main). */
export function problemText(error: { readonly type?: string | number | undefined; readonly message?: string | undefined } | undefined, t: Texts['t']): string | undefined {
  if (!error) return undefined;
  if (error.type === 'said') return error.message;
  return t(ours[error.message ?? ''] ?? kinds[String(error.type)] ?? 'components.form.invalid.other');
}
