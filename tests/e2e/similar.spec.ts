import { expect, test } from './fixture.ts';
import { expectAccessible } from './axe.ts';
import { openScreen, registerS1, s2Text, startWorld, unlock, type World } from './registry-world.ts';

async function registerS2({ ask, clock }: World) {
  const { packageId } = await ask('incoming.register', {
    sender: { kind: 'listed', body: 'TJ-01' }, outerNumber: 'П-80', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: clock.now(), remarks: '', sealedHash: null,
  });
  return ask('materials.register', {
    packageId, senderNumber: '09-31', senderDate: '2026-05-13', basis: 'initiative', requestId: null,
    carrier: { kind: 'paper', number: '', copyNo: 1, copies: 2, sheets: 1, markingPlace: 'carrier' },
    asReceived: { marking: 'МАХФӢ', code: 'C3', attributes: [], text: s2Text, language: 'tg' },
    degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: 'C3', sourceKind: null }, restrictions: [], personalData: false, summary: '', attachments: [], supplementOf: null,
  });
}

test.describe('similar materials', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  test('S2 is decided by one key, and each originator gets a notice of its own', async () => {
    const page = await unlock(world);
    const s1 = await registerS1(world);
    const s2 = await registerS2(world);
    expect(s2.proposals.map(({ material }) => material.id)).toContain(s1.materialId);
    await openScreen(page, 'Сходные материалы');
    const chooser = page.getByRole('combobox', { name: 'Материал по номеру' });
    await expect(chooser).toBeFocused();
    await page.keyboard.type('09-31');
    await expect(page.getByRole('option', { name: s2.regNo })).toBeVisible();
    await page.keyboard.press('Enter');

    const [own, other] = [page.getByRole('region', { name: `Как получено: ${s2.regNo}` }), page.getByRole('region', { name: `Как получено: ${s1.regNo}` })];
    await expect(own.getByText('Оқтеппа')).toBeVisible();
    await expect(own.locator('mark').filter({ hasText: 'Оқтеппа' })).toBeVisible();
    await expect(other.locator('mark').filter({ hasText: 'Oqtepa' })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole('button', { name: /UZ-01\/02\/2026\/0001/ }).first().focus();
    await page.keyboard.press('Digit1');
    await expect(page.getByRole('radio', { name: 'сходный' })).toBeChecked();
    const reason = page.getByRole('textbox', { name: 'Основание решения' });
    await expect(reason).toBeFocused();
    await page.keyboard.type('тот же условный пост, 1 машина');
    await expect(page.getByRole('radio', { name: 'сходный' })).toBeChecked();
    await page.keyboard.press('Control+Enter');

    await expect(page.getByRole('heading', { name: 'Решение записано: сходный' })).toBeVisible();
    const notices = page.locator('[data-notice]');
    await expect(notices).toHaveCount(2);
    const toUz = notices.filter({ hasText: 'UZ-01' });
    await expect(toUz).toContainText('4/118');
    for (const hidden of ['TJ', 'Чинор', '09-31']) await expect(toUz).not.toContainText(hidden);
    await expect(notices.filter({ hasText: 'TJ-01' })).toContainText('09-31');
    await expect(page.getByText('Нерешённых пар нет')).toBeVisible();
    await expectAccessible(page);

    const card = await world.ask('materials.card', { materialId: s2.materialId });
    expect(card.links.map(({ type, reason: why }) => [type, why])).toEqual([['similar', 'тот же условный пост, 1 машина']]);
    expect(card.notices).toHaveLength(1);
  });

  test('recording without a decision says so and keeps the reason', async () => {
    const page = await unlock(world);
    await registerS1(world);
    const s2 = await registerS2(world);
    await openScreen(page, 'Сходные материалы');
    await expect(page.getByRole('combobox', { name: 'Материал по номеру' })).toBeFocused();
    await page.keyboard.type(s2.regNo);
    await expect(page.getByRole('option', { name: s2.regNo })).toBeVisible();
    await page.keyboard.press('Enter');
    const reason = page.getByRole('textbox', { name: 'Основание решения' });
    await reason.fill('недостаёт решения');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Выберите из списка')).toBeVisible();
    await expect(reason).toHaveValue('недостаёт решения');
    expect((await world.ask('materials.card', { materialId: s2.materialId })).links).toEqual([]);
  });
});
