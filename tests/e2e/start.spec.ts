import { expect, start, test } from './fixture.ts';

test('the first screen loads in the real shell, and the policy refuses nothing that it needs', async ({ page, program }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await program.shell.reload();
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect(page.getByRole('button').first()).toBeVisible();
  expect(faults).toEqual([]);
});

test('a second program on the same data folder is refused by name', async ({ program }) => {
  await expect(start({ dataFolder: program.dataFolder })).rejects.toThrow('ALREADY_RUNNING');
});
