import type { Language } from '#app/contract/shapes/text.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import { vaultHeader } from '#app/documents/vault-header.ts';
import type { Context } from '../../context.ts';
import { requisitesOf, stationeryOf } from './stationery.ts';

/** H1: the vault's header as it stands now, for paper that is kept apart from the workstation. */
export function headerForm(context: Context, { language, copies, reference }: { language: Language; copies: number; reference: string }): DocumentModel {
  const stationery = stationeryOf(context, language, null);
  const { vault, clock } = context;
  const printed = vault.headerForPaper();
  return vaultHeader(stationery, {
    ...printed, requisites: requisitesOf(context, String(printed.serial), reference, copies, [stationery.words.common.back.toFile]), at: clock.now(), officer: vault.identity.officer.name,
  });
}
