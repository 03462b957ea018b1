import type { FullConfig } from '@playwright/test';
import { ensureBuilt } from '#build/bundle.ts';
import temporary from './temporary.ts';

/** The end-to-end tests drive the built screens; the shell's own tests bring a page of theirs. Answers what is to be done at the end. */
export default async function buildFirst(_config: FullConfig): Promise<() => void> {
  if (process.env['GRIF_SCREENS'] !== 'not-needed') await ensureBuilt((line) => process.stdout.write(`${line}\n`), 'renderer');
  return temporary();
}
