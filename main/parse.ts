import type { z } from 'zod';
import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';

/** The largest question that is read at all; a verbatim text of ten million characters may need four bytes each. */
export const largestQuestion = 64 * 1024 * 1024;

const own: Readonly<Record<string, RefusalCode>> = {
  empty: 'input.required', controlCharacters: 'input.controlCharacters', notADate: 'input.notADate',
};

function codeOf(issue: z.core.$ZodIssue, input: unknown): RefusalCode {
  const named = own[issue.message];
  if (named !== undefined) return named;
  switch (issue.code) {
    case 'unrecognized_keys': return 'input.unknownKey';
    case 'too_big': return 'input.tooLong';
    case 'too_small': return 'input.tooFew';
    case 'invalid_type': return at(input, issue.path) === undefined ? 'input.required' : 'input.wrongType';
    case 'invalid_value': case 'invalid_union': return 'input.notAChoice';
    default: return 'input.invalid';
  }
}

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), input);
}

/** Every issue as a refusal that names its place; what was typed is never repeated in it. */
export function refusalsOf(error: z.ZodError, input: unknown): readonly Refusal[] {
  return error.issues.slice(0, 50).map((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => key.slice(0, 60)) : [];
    const path = [...issue.path.map(String), ...(keys.length > 0 ? [keys.join(', ')] : [])].join('.');
    return refuse(codeOf(issue, input), { path });
  });
}
