import { z } from 'zod';
import { recovery } from '#app/contract/recovery.ts';
import { readLine } from '#app/recovery/line-code.ts';
import { makeForm } from '../components/form/makeForm.tsx';
import { differs, typedTwice } from './NewPassphrase.tsx';

/** Each line is checked as it is typed: a slip is named at its line before anything is sent. */
const lineAt = (line: number) => z.string().superRefine((typed, context) => {
  const found = readLine(line, typed);
  if (typeof found === 'string') context.addIssue({ code: 'custom', message: `line.${found}` });
});
const lines = z.tuple([lineAt(1), lineAt(2), lineAt(3), lineAt(4)]);
export const recoveryForm = makeForm(z.strictObject({ ...recovery.open.input.shape, sheets: z.array(lines).min(1), repeated: z.string() })
  .refine(typedTwice, differs));

export const emptySheet = (): [string, string, string, string] => ['', '', '', ''];
