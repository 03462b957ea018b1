import { answerIn } from '../hearing.ts';
import type { Stage, Step } from '../stage.ts';
import { consent, incoming, interested, release as wanted } from './fictional.ts';

export const refused: Step = {
  title: 'Release: refused, as its originator has not consented (Art. 8)',
  async run({ page, hearing, open, t, known, picture, did }) {
    await open(t('release.title'));
    const finder = page().getByRole('combobox', { name: t('release.materials.find') });
    await finder.fill(known.regNo ?? '');
    await page().getByRole('option', { name: known.regNo ?? '' }).click();
    await page().getByLabel(t('release.recipients')).first().fill(interested);
    await page().getByRole('option', { name: interested }).click();
    await page().keyboard.press('Escape');
    await page().getByLabel(t('release.purpose')).fill(wanted.purpose);
    const decided = hearing.answer('release.decide');
    await page().getByLabel(t('release.channel')).fill(wanted.channel);
    const [decision] = (await decided).decisions;
    const pair = page().getByRole('table', { name: t('release.matrix.title') }).getByRole('button').first();
    await pair.click();
    await page().getByRole('button', { name: t('release.pair.record', { body: incoming.sender }) }).waitFor();
    await picture('release-refused', 'Release: every failing check with its article, the missing document, and who can supply it');
    if (!decision || decision.allowed) throw new Error('the transfer was allowed without consent');
    did(`${decision.regNo} to ${decision.recipient}: refused (${decision.row}) because ${decision.refusals.map(({ code, article }) => `${code}, Art. ${article}`).join('; ')}.`);
  },
};

export const consented: Step = {
  title: 'The written consent is recorded; the decision is now to allow',
  async run({ page, hearing, keys, t, picture, did, dismiss }) {
    await page().getByRole('button', { name: t('release.pair.record', { body: incoming.sender }) }).click();
    await page().getByRole('dialog').getByRole('form', { name: t('release.consent.title') }).waitFor();
    await keys.type(t('release.consent.number'), consent.number);
    await keys.type(t('release.consent.date'), consent.date);
    await keys.type(t('release.consent.signatory'), consent.signatory);
    await keys.type(t('release.consent.carrier'), consent.carrier);
    await picture('consent', 'A written consent, recorded where it was found missing');
    const recorded = hearing.answer('consents.record');
    await keys.press('Control+Enter');
    await recorded;
    await page().getByRole('table', { name: t('release.matrix.title') }).getByRole('button', { name: t('release.matrix.allowed') }).waitFor();
    await page().getByRole('dialog').waitFor({ state: 'detached' });
    await dismiss();
    did(`Consent of ${incoming.sender} No. ${consent.number} recorded; the pair is allowed.`);
  },
};

/** Three papers are made as PDF, the whole is sealed, written, flushed, read back and compared. */
const sealingTakes = 120_000;

export const sealed: Step = {
  title: 'Sealed into rehearsal/package: written, read back and compared',
  async run(stage) {
    const { page, hearing, t, known, record, folder, picture, did } = stage;
    await page().getByRole('textbox', { name: t('release.media.folder') }).fill(folder('package'));
    let heard = hearing.either('release.seal', sealingTakes);
    await seal(stage);
    let answer = await heard;
    if (!answer.ok && answer.refusals.some(({ code }) => code === 'media.vaultDisk')) {
      await page().getByRole('region', { name: new RegExp(t('release.sealed.failed', { who: '.*' })) }).scrollIntoViewIfNeeded();
      await picture('release-vault-disk', "The vault's own disk is refused until the officer says so");
      did('Refused at first: the folder lies on the disk of the vault itself; the officer said to write there all the same.');
      await page().getByLabel(t('release.seal.allowVaultDisk')).check();
      heard = hearing.either('release.seal', sealingTakes);
      await seal(stage);
      answer = await heard;
    }
    const { packageId, number, path, size, sha256, documents } = answerIn('release.seal', answer);
    await page().getByText(t('release.sealed.title', { number })).waitFor();
    await page().getByText(t('release.sealed.title', { number })).scrollIntoViewIfNeeded();
    await picture('release-sealed', 'Sealed, written, read back and compared');
    Object.assign(known, { packageId, packageNumber: number, packagePath: path });
    record.facts.set('package', `${number}: ${String(size)} bytes, SHA-256 ${sha256}`);
    record.facts.set('packageFile', path.slice(record.folder.length + 1));
    did(`Package ${number}, ${String(size)} bytes, with ${documents.join(', ')} in it; read back and compared.`);
  },
};

const seal = ({ page, t }: Stage) => page().getByRole('button', { name: t('release.seal.do', { count: 1 }), exact: false }).click();
