import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { openMaterials } from './materials-world.ts';
import { registerS1, startWorld, unlock, type World } from './registry-world.ts';

/** Whether anything but white is drawn on the first sheet. */
const drawn = (page: Page) => page.locator('canvas').first().evaluate((canvas) => {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 128 && (pixels[at + 3] ?? 0) > 0) dark += 1;
  return dark;
});

async function openPrint(world: World): Promise<Page> {
  const page = await unlock(world);
  await registerS1(world);
  await openMaterials(page);
  await page.getByRole('grid').getByRole('gridcell', { name: '4/118', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Карточка P6' }).click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
  return page;
}

test.describe('print preview', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('shows the sheets of the registration card, in a second language on request, each under its own print number; and the stamp under its grif', async () => {
    const page = await openPrint(world);
    await expect.poll(() => drawn(page)).toBeGreaterThan(1000);
    await expect(page.getByRole('status').filter({ hasText: /^СЕКРЕТНО/ })).toBeVisible();
    await page.getByLabel('Экземпляров').fill('3');
    await expect(page.getByText('Показан прежний документ', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Печать/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Подготовить' }).click();
    await expect(page.getByRole('button', { name: /^Печать, 3 экз/ })).toBeVisible({ timeout: 20_000 });
    await expect.poll(() => drawn(page)).toBeGreaterThan(1000);

    await openMaterials(page);
    await page.getByRole('grid').getByRole('gridcell', { name: '4/118', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Штамп P7' }).press('Enter');
    await expect(page.getByText('Штамп регистрации (P7)').first()).toBeVisible();
    await expect.poll(() => drawn(page), { timeout: 20_000 }).toBeGreaterThan(1000);
    await expect(page.getByRole('status').filter({ hasText: /^СЕКРЕТНО/ })).toBeVisible();
  });

  test('a workstation without printers is told so by name', async () => {
    const page = await openPrint(world);
    await expect(page.getByText('На этом рабочем месте принтеров нет', { exact: false })).toBeVisible();
    await expect(page.getByText('Такого принтера нет', { exact: false })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Печать/ })).toBeDisabled();
  });

  test('meets WCAG 2.2 AA in three languages', async () => {
    await expectAccessible(await openPrint(world));
  });
});
