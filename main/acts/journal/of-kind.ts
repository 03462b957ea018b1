import type { Act } from '#app/journal/act.ts';
import type { OpenVault } from '../../vault/vault.ts';

const pageLength = 200;

/** Every act of a kind, the oldest first, as readers of the journal have it. Throws `forbidden` for who does not read it. */
export function actsOfKind(vault: OpenVault, kind: string): readonly Act[] {
  const found: Act[] = [];
  for (let cursor: number | null = null, more = true; more;) {
    const { acts, next } = vault.journal.page({ kind }, cursor, pageLength);
    found.push(...acts);
    cursor = next;
    more = next !== null;
  }
  return found.toReversed();
}
