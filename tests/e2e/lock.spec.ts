import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { expect, test } from './fixture.ts';
import { openScreen, registerS1, s1Text, startWorld, unlock, type World } from './registry-world.ts';

const texts = z.looseObject({ title: z.string() });
/** The Russian name of a screen, as the menu and the palette have it. */
const titleOf = (id: string): string => texts.parse(JSON.parse(readFileSync(resolve(import.meta.dirname, `../../assets/texts/ru/${id}.json`), 'utf8'))).title;

test.describe('the lock', () => {
  let world: World;
  test.beforeEach(async () => { world = await startWorld(); });
  test.afterEach(async () => { await world.close(); });

  for (const [login, screens] of [
    ['r1', ['desk', 'materials', 'packages', 'release', 'register']],
    ['r1', ['similar', 'notices', 'breach', 'reference', 'requests']],
    ['director', ['journal', 'officers', 'access', 'backup', 'recovery']],
  ] as const) {
    test(`is one shortcut away from each screen of ${login}, ${screens[0]} and on: nothing of a material stays in the window, and main is locked`, async () => {
      test.setTimeout(150_000);
      await unlock(world);
      await registerS1(world);
      await world.ask('session.lock', {});
      for (const id of screens) {
        const page = await unlock(world, login);
        // A form of the screen before may still be taking the focus for itself.
        await expect(async () => {
          await page.keyboard.press('Escape');
          await openScreen(page, titleOf(id));
        }).toPass();
        await page.keyboard.press('Control+l');
        await expect(page.getByRole('main')).toHaveCount(0);
        expect((await world.ask('session.status', {})).vault).toBe('locked');
        expect(await page.content()).not.toContain(s1Text.slice(0, 30));
      }
    });
  }
});
