import type { Act } from '#app/journal/act.ts';
import type { OpenVault } from '../../vault/vault.ts';

/** Acts whose subject is a material: shown on its card to those who can open it. */
export function actsAbout(vault: OpenVault, subject: string): readonly Act[] {
  return vault.journal.page({ subject }, null, 200).acts;
}
