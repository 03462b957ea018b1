import type { Step } from '../stage.ts';
import { incoming } from './fictional.ts';

export const registerPackage: Step = {
  title: 'Register incoming: the package first, by keyboard alone',
  async run({ hearing, open, keys, t, picture, did, page }) {
    await open(t('register.title'));
    await page().getByRole('form', { name: t('register.package.title') }).waitFor();
    const answered = hearing.answer('incoming.register');
    await keys.find(t('register.package.sender'), incoming.sender);
    await keys.type(t('register.package.outerNumber'), incoming.outerNumber);
    await keys.type(t('register.package.receivedOn'), incoming.date);
    await keys.type(t('register.package.receivedTime'), incoming.time);
    await keys.type(t('register.package.channel'), incoming.channel);
    await keys.type(t('register.package.courier'), incoming.courier);
    await keys.choose(t('register.package.seals'), t('register.seals.intact'));
    await keys.type(t('register.package.sealNumbers'), incoming.sealNumbers);
    await picture('package', 'A package as it lies on the table');
    await keys.press('Control+Enter');
    const { number, admission } = await answered;
    did(`Package ${number} of ${incoming.sender}: ${admission}.`);
  },
};
