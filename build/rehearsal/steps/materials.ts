import type { Step } from '../stage.ts';
import { preview } from './paper.ts';

export const card: Step = {
  title: 'The card of the material, and its registration card on paper (P6)',
  async run(stage) {
    const { page, t, known, picture, did } = stage;
    await page().getByRole('button', { name: t('register.receipt.card'), exact: true }).click();
    await page().getByRole('heading', { level: 2, name: known.regNo ?? '' }).waitFor();
    await picture('card', 'The card: as received beside the fields of the Centre', ['ru', 'kk', 'en']);
    await preview(stage, 'P6', () => page().getByRole('button', { name: t('card.act.print'), exact: true }).click());
    did('The card is on screen; P6 was previewed.');
  },
};

export const materials: Step = {
  title: 'Materials: the list, searched by a name in whatever alphabet it was written',
  async run({ hearing, open, page, t, picture, did }) {
    await open(t('materials.title'));
    const field = page().getByRole('textbox', { name: t('materials.search.label') });
    await field.waitFor();
    await picture('materials', 'Materials: the list');
    const found = hearing.answer('materials.page');
    await field.fill('Каримов');
    await field.press('Enter');
    const { rows } = await found;
    await picture('materials-found', 'Materials: found by a name');
    did(`«Каримов» is found in ${String(rows.length)} materials in ${String(new Set(rows.map(({ language }) => language)).size)} languages.`);
  },
};
