import type { Step } from '../stage.ts';
import { unlockAs } from './door.ts';

export const handOver: Step = {
  title: 'Lock, and unlock as the director: the journal is not for the registrar',
  async run(stage) {
    const { page, hearing, keys, t, did } = stage;
    const registrars = await page().getByRole('navigation', { name: t('frame.menu') }).getByRole('button', { name: t('journal.title'), exact: true }).count();
    if (registrars > 0) throw new Error('the registrar is offered the journal');
    const locked = hearing.answer('session.lock');
    await keys.press('Control+KeyL');
    await locked;
    did('Locked by Ctrl+L: keys wiped, stores closed, window torn down.');
    await unlockAs(stage, 'director');
  },
};

export const officers: Step = {
  title: 'Officers and the vault',
  async run({ page, hearing, open, t, picture, did }) {
    const listed = hearing.answer('officers.list');
    await open(t('officers.title'));
    const list = await listed;
    await page().getByText(list[0]?.name ?? '').first().waitFor();
    await picture('officers', 'Officers, their roles, and the vault');
    did(`${String(list.length)} accounts.`);
  },
};

export const lock: Step = {
  title: 'Lock: the end of the day',
  async run({ page, hearing, keys, t, known, picture, did }) {
    const locked = hearing.answer('session.lock');
    await keys.press('Control+KeyL');
    await locked;
    await page().getByRole('heading', { name: t('session.unlock.title') }).waitFor();
    await picture('locked', 'Locked');
    if (known.regNo !== undefined && (await page().content()).includes(known.regNo)) throw new Error('a registration number is still on the locked screen');
    did('Nothing of a material is left on the screen.');
  },
};
