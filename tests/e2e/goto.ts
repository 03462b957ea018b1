import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

/** To a screen by the command palette, as an officer who knows its Russian name. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Палитра команд' });
  await expect(palette.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(name);
  // Enter takes the first of the list: only when it has narrowed to what was typed.
  await expect(palette.getByRole('button').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
