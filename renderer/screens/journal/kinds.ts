import type { Texts } from '../../language/texts.ts';

/** A kind of act in words; its code where no words were written for it. */
export const kindWords = (kind: string, maybe: Texts['maybe']): string => maybe(`journal.kinds.${kind}`) ?? kind;

/** Kinds under which the gate writes down a question; their detail names its method. */
const asking: ReadonlySet<string> = new Set(['view.opened', 'search.run']);

/** An act in words; of a question that was asked, what was asked for. `detail`: the open part as JSON. */
export function actWords({ kind, detail }: { readonly kind: string; readonly detail: string }, maybe: Texts['maybe']): string {
  const method = asking.has(kind) ? /"method":"([A-Za-z0-9.]+)"/.exec(detail)?.[1] : undefined;
  return (method === undefined ? undefined : maybe(`journal.kinds.${method}`)) ?? kindWords(kind, maybe);
}
