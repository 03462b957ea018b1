import type { Step } from '../stage.ts';

export const reference: Step = {
  title: 'Reference data: States with their status on the date, bodies, Annex 1',
  async run({ page, open, t, picture, did }) {
    await open(t('reference.title'));
    for (const tab of ['states', 'bodies', 'annex1'] as const) {
      await page().getByRole('tab', { name: t(`reference.tabs.${tab}`), exact: true }).click();
      await page().getByRole('tab', { name: t(`reference.tabs.${tab}`), exact: true, selected: true }).waitFor();
      await picture(`reference-${tab}`, `Reference data: ${tab}`);
    }
    did('States, bodies and the table of degrees shown.');
  },
};
