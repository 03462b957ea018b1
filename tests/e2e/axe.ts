import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixture.ts';

const marks = ['RU', 'ҚАЗ', 'EN'] as const;

/** WCAG 2.2 AA of what is on screen, in each of the three languages; ends in Russian. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const mark of [...marks.slice(1), marks[0]]) {
    await page.getByRole('group').getByText(mark, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', { RU: 'ru', ҚАЗ: 'kk', EN: 'en' }[mark]);
    await expectAccessibleHere(page, mark);
  }
}

/** As `expectAccessible`, in the language that is on screen: for a layer, over which no language can be chosen. */
export async function expectAccessibleHere(page: Page, mark: (typeof marks)[number] = 'RU'): Promise<void> {
  await expect(page.getByText('⟦')).toHaveCount(0);
  // A word that fades away is half transparent for a moment: with less motion nothing fades, and what already does is waited for.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished)).then(() => undefined));
  // Nothing but violations is asked for: what passed need not be described. Without its legacy mode the checker opens a second window, which the shell rightly closes.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => [mark, id, nodes.map((node) => node.html.slice(0, 160))])).toEqual([]);
}
