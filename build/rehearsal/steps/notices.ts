import type { Step } from '../stage.ts';
import { incoming, interested } from './fictional.ts';
import { preview } from './paper.ts';

export const notices: Step = {
  title: 'Notices: each issued under its own number and previewed as P9',
  async run(stage) {
    const { page, hearing, t, picture, did } = stage;
    await page().getByRole('button', { name: t('similar.toNoticeOf', { body: interested }) }).click();
    for (const addressee of [interested, incoming.sender]) {
      if (addressee !== interested) {
        await page().getByRole('row').filter({ hasText: addressee }).filter({ hasText: t('notices.status.draft') }).filter({ hasText: t('notices.kind.similar') })
          .first().getByRole('gridcell').first().click();
        await page().keyboard.press('Enter');
      }
      const pane = page().getByRole('region', { name: t('notices.one'), exact: true });
      await pane.getByText(addressee).first().waitFor();
      const issued = hearing.answer('notices.issue');
      await pane.getByRole('button', { name: t('notices.issue'), exact: true }).click();
      const { number } = await issued;
      await pane.getByText(number).first().waitFor();
      await picture(`notice-${addressee}`, `A notice issued to ${addressee}: only its own references`);
      await preview(stage, 'P9', () => pane.getByRole('button', { name: t('notices.print'), exact: true }).click());
      did(`Issued to ${addressee}: ${number}.`);
    }
  },
};
