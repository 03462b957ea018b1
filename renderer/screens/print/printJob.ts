import { letterForms } from '#app/notices/kinds.ts';
import type { Input } from '#app/contract/index.ts';

export type FormWanted = Input<'documents.prepare'>['of'];

/**
 * What is to be printed, from the params of `go('print', ...)`: `{form: 'P6', materialId}`, `{form: 'P7', materialId}`, `{form: 'P1', packageId}`,
 * `{form: 'P9', noticeId}`, `{form: 'P23', from, to}`, `{form: 'J1'}`, `{form: 'H1'}`, `{form: 'R1', sheet}`. Undefined when they do not name a form whole; main checks the ids.
 */
export function formWanted(params: Readonly<Record<string, string>>): FormWanted | undefined {
  const { form, materialId, packageId, noticeId, from, to, sheet } = params;
  switch (form) {
    case 'P1': case 'P2': case 'P3': case 'P4': case 'P3in': return packageId === undefined ? undefined : { form, packageId };
    case 'P6': case 'P7': return materialId === undefined ? undefined : { form, materialId };
    case 'J1': case 'H1': return { form };
    case 'R1': return /^\d{1,2}$/.test(sheet ?? '') ? { form, sheet: Number(sheet) } : undefined;
    case 'P23': return from === undefined || to === undefined ? undefined : { form, from, to };
    default: {
      const letter = letterForms.find((each) => each === form);
      return letter === undefined || noticeId === undefined ? undefined : { form: letter, noticeId };
    }
  }
}
