import type { Step } from '../stage.ts';
import { breach as told, incoming } from './fictional.ts';
import { preview } from './paper.ts';

export const breach: Step = {
  title: 'Breach (Art. 14): opened with minimum facts, notices drafted at once, P17',
  async run(stage) {
    const { page, hearing, open, keys, t, known, picture, did } = stage;
    await open(t('breach.title'));
    await page().getByRole('form', { name: t('breach.open.title') }).getByRole('radio').first().focus();
    await keys.choose(t('breach.kind'), t('breach.kinds.temporaryLoss'));
    await keys.choose(t('breach.object'), t('breach.objects.carrier'));
    await keys.choose(t('breach.origin'), t('breach.origins.centre'));
    await keys.to(t('breach.discoveredOn'));
    const asked = hearing.answer('session.status');
    await keys.press('Control+Semicolon');
    await asked;
    await keys.find(t('breach.materials'), known.regNo ?? '');
    await keys.type(t('breach.facts'), told.facts);
    await keys.type(t('breach.measures'), told.measures);
    await picture('breach-open', 'A breach: the least that must be known');
    const opened = hearing.answer('incidents.open');
    await keys.press('Control+Enter');
    const { number, notices } = await opened;
    const card = page().getByRole('region', { name: t('breach.one', { number }), exact: true });
    await card.waitFor();
    await picture('breach', 'A breach opened: the clock runs, the notices are drafted');
    const issued = hearing.answer('notices.issue');
    await card.getByRole('button', { name: `${t('notices.issue')} ${incoming.sender}` }).click();
    const notice = await issued;
    await preview(stage, 'P17', () => card.getByRole('button', { name: `${t('breach.print')} ${incoming.sender}` }).click());
    did(`Breach ${number}; notices drafted for ${notices.map(({ addressee }) => addressee).join(', ')}; issued to ${incoming.sender}: ${notice.number}.`);
  },
};
