import type { Step } from '../stage.ts';
import { preview } from './paper.ts';

export const papers: Step = {
  title: 'Papers of the package: covering letter, inventory, receipt, label (P1 to P4)',
  async run(stage) {
    const { page, open, t, known, record, picture, did } = stage;
    const number = known.packageNumber ?? '';
    await open(t('packages.title'));
    await page().getByRole('gridcell', { name: number }).click();
    await page().keyboard.press('Enter');
    const pane = page().getByRole('region', { name: t('packages.one'), exact: true });
    await pane.getByText(t('packages.oneNumber', { number })).waitFor();
    await picture('packages', 'Packages sent, and one of them');
    for (const form of ['P1', 'P2', 'P3', 'P4'] as const) {
      const { text } = await preview(stage, form, () => pane.getByRole('button', { name: t(`packages.forms.${form}`), exact: true }).click());
      if (form === 'P4') record.facts.set('label', text);
    }
    did('P1, P2, P3 and P4 previewed.');
  },
};

export const openedBack: Step = {
  title: 'The package is opened again and verified',
  async run({ page, hearing, t, known, record, folder, picture, did }) {
    await page().getByRole('tab', { name: t('packages.tabs.in') }).click();
    const listed = hearing.answer('media.packages');
    await page().getByRole('textbox', { name: t('release.media.folder') }).fill(folder('package'));
    const [outside] = await listed;
    if (outside) record.facts.set('outside', `number ${outside.number ?? '?'}, sender ${outside.sender ?? '?'}, date ${outside.date ?? '?'}`);
    const verified = hearing.answer('sealed.verify');
    await page().getByRole('button', { name: `${t('packages.in.verify')} ${known.packageNumber ?? ''}` }).click();
    const { number, recipient, items, documents } = await verified;
    await page().getByText(t('packages.in.good')).waitFor();
    await picture('package-verified', 'A package of our own, opened and verified');
    record.facts.set('verified', `${number} to ${recipient}: signature, addressee, order, inventory against content, names; ${String(items.length)} material, ${String(documents.length)} papers`);
    did(`${number} verified: ${String(items.length)} material and ${String(documents.length)} papers in it.`);
  },
};
