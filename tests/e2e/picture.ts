import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = process.env['GRIF_PICTURES'];

/** What the window shows now, kept for being looked at in the folder that GRIF_PICTURES names; without it nothing is drawn. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
