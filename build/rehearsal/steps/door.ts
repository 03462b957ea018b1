import type { Step, Stage } from '../stage.ts';

/** Filling the demonstration plays a scenario of months through the contract: minutes on a slow machine. */
const fillingTakes = 180_000;

export const firstRun: Step = {
  title: 'First run: a vault is to be set up, or the demonstration opened',
  async run({ page, t, picture, did }) {
    await page().getByRole('heading', { name: t('session.first.title') }).waitFor();
    await page().getByRole('button', { name: t('session.demonstration.open') }).waitFor();
    await picture('first-run', 'The first screen on a new workstation');
    did('A new workstation has no vault: the director sets one up, or anyone opens the demonstration.');
  },
};

export const demonstration: Step = {
  title: 'Open the demonstration vault and unlock it as the registrar',
  async run(stage) {
    const { page, hearing, t, did, record } = stage;
    const made = hearing.answer('vault.openDemonstration', fillingTakes);
    await page().getByRole('button', { name: t('session.demonstration.open') }).click();
    const { logins } = await made;
    did(`The demonstration vault is filled; its officers: ${logins.map(({ login }) => login).join(', ')}.`);
    record.facts.set('officers', logins.map(({ login, name }) => `${login} (${name})`).join(', '));
    await unlockAs(stage, 'registrar');
  },
};

/** At the door of the demonstration vault the passphrase is filled in already: it is no secret. */
export async function unlockAs({ page, hearing, t, did, picture }: Stage, role: 'registrar' | 'director'): Promise<void> {
  const door = page().getByRole('heading', { name: t('session.unlock.title') });
  await door.waitFor();
  await page().getByRole('textbox', { name: t('session.login') }).or(page().getByRole('combobox', { name: t('session.login') })).first().click();
  await page().getByRole('option', { name: t(`frame.roles.${role}`) }).click();
  await picture(`unlock-${role}`, 'The door of the vault');
  const opened = hearing.answer('session.unlock');
  await page().getByRole('button', { name: t('session.unlock.open') }).click();
  const { officer } = await opened;
  await page().getByRole('navigation', { name: t('frame.menu') }).waitFor();
  did(`Unlocked as ${officer.login}: ${officer.name}.`);
}
