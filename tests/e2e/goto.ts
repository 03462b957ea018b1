import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** To a screen by the command palette, as an officer who knows its Russian name. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await expect(page.getByRole('button', { name }).last()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
