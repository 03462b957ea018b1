import type { Step } from '../stage.ts';
import { interested } from './fictional.ts';

export const similar: Step = {
  title: 'Similar (Art. 7): decided as similar; one neutral notice per originator, each alone',
  async run({ hearing, keys, t, picture, did, page }) {
    await page().getByRole('button', { name: t('card.act.similar'), exact: true }).click();
    await page().getByRole('heading', { level: 1, name: t('similar.title') }).waitFor();
    const pair = page().getByRole('list', { name: t('similar.pairs') }).getByRole('button', { name: new RegExp(`^${interested}`) }).first();
    await pair.click();
    await page().getByRole('heading', { name: t('similar.other') }).waitFor();
    await picture('similar', 'Two materials side by side, and why they were put together');
    // The pair that was clicked holds the focus on this screen: one key decides.
    await keys.press('1');
    await page().keyboard.type('номер машины и водитель');
    const answered = hearing.answer('links.decide');
    await keys.press('Control+Enter');
    const { notices } = await answered;
    await page().getByText(t('similar.done', { decision: t('similar.decisions.similar') })).waitFor();
    await picture('similar-decided', 'Decided: notices drafted, each for its addressee alone');
    did(`Notices drafted for ${notices.map(({ addressee }) => addressee).join(', ')}.`);
    if (notices.length !== 2) throw new Error(`two notices were expected, ${String(notices.length)} drafted`);
  },
};
