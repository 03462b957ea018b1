import type { Step } from '../stage.ts';

export const desk: Step = {
  title: 'The desk: what is late and what waits',
  async run({ hearing, open, t, picture, did }) {
    const summary = hearing.answer('desk.summary');
    await open(t('desk.title'));
    const { materials, overdueNotices, draftNotices, openIncidents } = await summary;
    await picture('desk', 'The desk', ['ru', 'kk', 'en']);
    did(`${String(materials)} materials held, ${String(overdueNotices)} notices overdue, ${String(draftNotices)} drafted, ${String(openIncidents)} breaches open.`);
  },
};
