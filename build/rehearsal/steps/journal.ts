import type { Step } from '../stage.ts';

const checkingTakes = 120_000;

export const journal: Step = {
  title: 'The journal: every act, verified and exported',
  async run({ page, hearing, open, t, record, folder, picture, did }) {
    await open(t('journal.title'));
    await page().getByRole('gridcell').first().waitFor();
    await picture('journal', 'The journal: every act, newest first');
    const checked = hearing.answer('vault.check', checkingTakes);
    await page().getByRole('button', { name: t('journal.verify.act'), exact: true }).click();
    const { acts, head, broken, differences, lost } = await checked;
    if (broken !== null || differences.length > 0 || lost.length > 0) throw new Error(`the journal does not verify: ${JSON.stringify({ broken, differences, lost })}`);
    await page().getByText(t('journal.verify.ok')).waitFor();
    await picture('journal-verified', 'Verified: signatures, order, and projections rebuilt from it');
    record.facts.set('journal', `${String(acts)} acts verified; projections rebuilt from them equal the live ones; head ${head}`);

    await page().getByRole('button', { name: t('journal.export.act'), exact: true }).click();
    const drawer = page().getByRole('dialog');
    await drawer.getByRole('textbox', { name: t('release.media.folder') }).fill(folder('journal'));
    const exported = hearing.answer('journal.exportTo');
    await drawer.getByRole('button', { name: t('journal.export.save') }).click();
    const out = await exported;
    await drawer.getByText(t('journal.export.done')).waitFor();
    await picture('journal-exported', 'Exported: lines that anyone can verify without keys');
    record.facts.set('journalFile', out.path.slice(record.folder.length + 1));
    record.facts.set('journalHead', `${String(out.acts)} acts, head ${out.head}`);
    await page().keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    did(`${String(acts)} acts verified, ${String(out.acts)} exported; head ${out.head}.`);
  },
};
