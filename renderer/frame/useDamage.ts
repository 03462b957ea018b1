import type { Answer } from '#app/contract/index.ts';
import { registry } from '../contract/client.ts';
import { useQuestion } from '../contract/hooks.ts';

const nothing = {};
/** Whatever is read anew may come upon a page that cannot be read. */
const areas = ['session', 'officers', 'materials', 'incoming', 'links', 'notices', 'release', 'incidents', 'desk', 'journal'];

/** What of the vault is damaged, as far as it is known; undefined until main has answered. */
export function useDamage(): Answer<'vault.damage'> | undefined {
  return useQuestion(registry.vault.damage, nothing, areas).value;
}
