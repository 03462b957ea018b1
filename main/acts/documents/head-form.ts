import { journalHead } from '#app/documents/journal-head.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Language } from '#app/contract/shapes/text.ts';
import type { Context } from '../../context.ts';
import { signKeyOf } from '../../vault/queries/officers.ts';
import { requisitesOf, stationeryOf } from './stationery.ts';

/** J1: signs the head of the journal as it stands now and lays it out for paper (R11.4). It names no content, so it bears no grif. */
export function headForm(context: Context, { language, copies, reference }: { language: Language; copies: number; reference: string }): DocumentModel {
  const stationery = stationeryOf(context, language, null);
  const { officer } = context.vault.identity;
  const { vault, seq, hash, at, signature } = context.vault.signHead();
  return journalHead(stationery, {
    requisites: requisitesOf(context, String(seq), reference, copies, [stationery.words.common.back.toFile]), vault, seq, hash, at, signature,
    officer: officer.name, officerId: officer.id, signPublic: signKeyOf(context.vault.registry, officer.id),
  });
}
