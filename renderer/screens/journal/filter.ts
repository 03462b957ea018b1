import { civilDate, id } from '#app/contract/shapes/text.ts';
import { paramsOf } from '../common/here.ts';

export const results = ['done', 'refused'] as const;
export type ActResult = (typeof results)[number];

/** What is asked of the journal; dates as typed, so that a wrong one stays in sight. */
export interface ActFilter {
  readonly officer: string | null;
  readonly kind: string | null;
  readonly result: ActResult | null;
  readonly subject: string | null;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export const noFilter: ActFilter = { officer: null, kind: null, result: null, subject: null, from: '', to: '', text: '' };

const date = (typed: string): string | null => (civilDate.safeParse(typed).success ? typed : null);
const idOf = (given: string | undefined): string | null => (id.safeParse(given).success ? given ?? null : null);

/** A filter that another screen asks for: `go('journal', {subject})`. What does not read as one is left out. */
export const filterOf = (params: Readonly<Record<string, string>>): ActFilter => ({
  officer: idOf(params['officer']), subject: idOf(params['subject']), kind: params['kind'] ?? null, result: results.find((each) => each === params['result']) ?? null,
  from: date(params['from'] ?? '') ?? '', to: date(params['to'] ?? '') ?? '', text: params['text'] ?? '',
});

/** The filter as params of the way, as `filterOf` reads them: what is not asked for is left out. */
export const paramsOfFilter = (filter: ActFilter): Readonly<Record<string, string>> => {
  const { officer, kind, result, subject, from, to, text } = asked(filter);
  return paramsOf({ officer, kind, result, subject, from, to, text: text === '' ? null : text });
};

export const isEmpty = (filter: ActFilter): boolean => Object.values(filter).every((each) => each === null || each === '');

/** The filter as main takes it: a date that is none asks nothing, and the field says so. */
export const asked = ({ officer, kind, result, subject, from, to, text }: ActFilter) =>
  ({ officer, kind, result, subject, from: date(from), to: date(to), text });
