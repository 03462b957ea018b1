import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './goto.ts';
import { packageFrom, draft } from './materials-world.ts';
import { registerS1, s2Text, startWorld, unlock, type World } from './registry-world.ts';

/** The two neutral notices of S2, drafted past the window; the list of notices stands open. */
async function openNotices(world: World): Promise<Page> {
  const page = await unlock(world);
  const s1 = await registerS1(world);
  const s2 = await world.ask('materials.register', draft(await packageFrom(world, 'TJ-01'), { senderNumber: '09-31', asReceived: { marking: 'МАХФӢ', code: 'C3', attributes: [], text: s2Text, language: 'tg' }, evaluation: { typed: 'C3', sourceKind: null } }));
  await world.ask('links.decide', { materialId: s2.materialId, otherId: s1.materialId, decision: 'similar', reason: '' });
  await goTo(page, 'Уведомления');
  await expect(page.getByRole('grid', { name: 'Уведомления' })).toBeVisible();
  return page;
}
const pane = (page: Page) => page.getByRole('region', { name: 'Уведомление', exact: true });
const cell = (page: Page, addressee: string) => page.getByRole('row').filter({ hasText: addressee }).getByRole('gridcell').first();

test.describe('notices', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('a draft is issued under a number of its addressee and acknowledged, by keyboard', async () => {
    const page = await openNotices(world);
    await cell(page, 'UZ-01').focus();
    await page.keyboard.press('Enter');
    await expect(pane(page)).toBeFocused();
    await expect(pane(page)).toContainText('4/118 от 12.05.2026');
    await expect(pane(page)).toContainText('UZ-01/02/2026/0001');
    await expect(pane(page)).not.toContainText('TJ');
    await pane(page).getByRole('button', { name: 'Направить' }).focus();
    await page.keyboard.press('Enter');
    await expect(pane(page)).toContainText('UZ-01/S/2026/0001');

    world.clock.set('2026-05-15T09:00:00');
    await page.getByLabel('Номер подтверждения').fill('4/150');
    await page.keyboard.press('Enter');
    await page.keyboard.type('160526');
    await page.keyboard.press('Control+Enter');
    await expect(pane(page).getByText('ещё не наступила').first()).toBeVisible();
    await expect(page.getByLabel('Номер подтверждения')).toHaveValue('4/150');
    await page.getByLabel('Дата подтверждения').fill('150526');
    await page.keyboard.press('Control+Enter');
    await expect(pane(page)).toContainText('получение подтверждено');
    await expect(pane(page)).toContainText('15.05.2026 · 4/150');
    await page.keyboard.press('Escape');
    await expect(cell(page, 'UZ-01')).toBeFocused();
  });

  test('an overdue one says so in words; a draft is cancelled with a reason and printed from the pane', async () => {
    const page = await openNotices(world);
    world.clock.set('2026-06-20T09:00:00');
    await page.getByRole('combobox', { name: 'Состояние' }).click();
    await page.getByRole('option', { name: 'только просроченные' }).click();
    await expect(page.getByText('Просрочено · проект')).toHaveCount(2);
    await cell(page, 'TJ-01').focus();
    await page.keyboard.press('Enter');
    await expectAccessible(page);
    await pane(page).getByRole('button', { name: 'Печать' }).click();
    await expect(page.getByRole('main', { name: 'Печать' })).toBeVisible();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(pane(page)).toContainText('TJ-01');
    // TJ-01 exchanges on the day, so it must be told (Art. 7): main does not let the draft go.
    await pane(page).getByRole('button', { name: 'Отменить проект' }).click();
    await page.getByRole('dialog').getByLabel('Причина отмены').fill('материалы не сходны');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog')).toContainText('отменить его нельзя');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Закрыть, набранное стереть' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await world.ask('incoming.register', {
      sender: { kind: 'unlisted', state: 'KZ', nameAsWritten: 'Отдел «Вымысел»' }, outerNumber: 'П-1', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '',
      receivedAt: world.clock.now(), remarks: '', sealedHash: null,
    });
    await page.getByRole('combobox', { name: 'Состояние' }).click();
    await page.getByRole('option', { name: 'проект', exact: true }).click();
    await cell(page, 'Об отправителе вне перечня').focus();
    await page.keyboard.press('Enter');
    await pane(page).getByRole('button', { name: 'Отменить проект' }).click();
    await page.getByRole('dialog').getByLabel('Причина отмены').fill('ошибка в наименовании');
    await page.keyboard.press('Control+Enter');
    await expect(pane(page)).toContainText('ошибка в наименовании');
  });
});
