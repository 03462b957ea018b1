import { readHeadCode } from '#app/journal/head-code.ts';
import { headCompared } from '#app/journal/head-acts.ts';
import { actOf } from '#app/journal/kind.ts';
import type { Handler } from '../../context.ts';
import { found } from '../../refused.ts';
import { hashAt } from '../../vault/queries/journal.ts';

/**
 * A head on paper against the journal as it lies here (R11.4). `beyond`: the paper knows of acts that the journal does not have, so an older
 * one was put in its place; `other`: the act of that number is not the one that was printed.
 */
export const compareHead: Handler<'journal.compareHead'> = ({ code }, { vault }) => {
  const printed = found(readHeadCode(code), 'head.badCode');
  const acts = vault.journal.head()?.seq ?? 0;
  const act = hashAt(vault.registry, printed.seq);
  const verdict = act === undefined ? 'beyond' : act.hash.startsWith(printed.hashStart) ? 'same' : 'other';
  vault.commit([actOf(headCompared, null, { seq: printed.seq, verdict }, [])]);
  return { verdict, seq: printed.seq, at: act?.at ?? null, acts };
};
