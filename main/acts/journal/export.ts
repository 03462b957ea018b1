import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RefusalCode } from '#app/contract/refusals.ts';
import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';
import { syncFolder } from '../../vault/durable.ts';
import { VaultError } from '../../vault/errors.ts';
import { refuseUnfitFolder } from '../exchange/write-refusals.ts';

const byErrno: Readonly<Record<string, RefusalCode>> = { ENOENT: 'media.missing', ENOSPC: 'media.full', EROFS: 'media.readOnly', EACCES: 'media.permission', EPERM: 'media.permission', EEXIST: 'media.exists' };

/**
 * The journal as lines that anyone can verify without keys of content: written under a temporary name, synced, then
 * given its own. It tells who worked on what and when, so it leaves as an act of its own (Art. 11).
 */
export const exportJournal: Handler<'journal.exportTo'> = async ({ folder }, { vault, clock, session }) => {
  // It may lie on the vault's disk, but not in the vault, where what the journal does not name is swept away.
  await refuseUnfitFolder({ folder, vaultFolder: session.folder(), allowVaultDisk: true });
  const name = `grif-journal-${clock.now().replace(/[:T]/g, '-')}.jsonl`;
  const path = join(folder, name);
  const partial = `${path}.partial`;
  let acts = 0;
  /** Only a file that this export began is taken away again: one of that name may be somebody's. */
  let begun = false;
  try {
    if (existsSync(path)) no('media.exists', { place: name });
    const file = await open(partial, 'wx', 0o600);
    begun = true;
    try {
      for (const line of vault.journal.export()) {
        await file.write(`${line}\n`);
        acts += 1;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
    syncFolder(folder);
  } catch (error) {
    if (begun) await rm(partial, { force: true }).catch(() => undefined);
    const code = error instanceof Error && !(error instanceof VaultError) && 'code' in error && typeof error.code === 'string' ? byErrno[error.code] ?? 'media.io' : undefined;
    if (code === undefined) throw error;
    return no(code, { place: folder });
  }
  const head = vault.journal.head();
  vault.commit([{ kind: 'journal.exported', result: 'done', subject: null, open: { acts: acts - 1, head: head?.hash ?? '' }, held: [] }]);
  return { path, acts: acts - 1, head: head?.hash ?? '' };
};
