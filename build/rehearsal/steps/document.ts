import type { Stage, Step } from '../stage.ts';
import { document } from './fictional.ts';

export const registerDocument: Step = {
  title: 'Register a document of it: typed through the real fields; similar materials are proposed meanwhile',
  async run(stage) {
    const { hearing, keys, t, known, picture, did, page } = stage;
    await page().getByRole('form', { name: t('register.document.title') }).waitFor();
    await typeReference(stage);
    await typeReceived(stage);
    await keys.press('Alt+KeyG');
    await keys.type(t('register.centre.evaluation'), document.evaluation);
    await keys.find(t('register.centre.sourceKind'), document.sourceKind);
    await keys.type(t('register.centre.summary'), document.summary);
    await picture('register-centre', "The Centre's own fields: the wording of Annex 2 under two keystrokes");
    await page().getByLabel(t('register.document.senderNumber')).scrollIntoViewIfNeeded();
    await picture('register', 'Register incoming: the document as received, similar materials beside it', ['ru', 'kk', 'en']);
    await page().getByLabel(t('register.centre.summary')).focus();

    const answered = hearing.answer('materials.register');
    await keys.press('Control+Enter');
    const { regNo, carrierCode, evaluation, proposals } = await answered;
    known.regNo = regNo;
    await page().getByText(regNo, { exact: true }).first().waitFor();
    await picture('registered', 'Registered: numbers for the paper, what is to be decided');
    did(`Material ${regNo}, carrier ${carrierCode}; evaluation ${evaluation.source ?? ''}${evaluation.accuracy ?? ''}, typed ${evaluation.typed}.`);
    did(`Proposed as similar: ${proposals.map(({ material, strength }) => `${material.regNo} of ${material.originator} (${strength})`).join(', ')}.`);
    if (proposals.length === 0) throw new Error('no similar material was proposed');
  },
};

async function typeReference({ keys, t }: Stage): Promise<void> {
  await keys.type(t('register.document.senderNumber'), document.senderNumber);
  await keys.type(t('register.document.senderDate'), document.senderDate);
  await keys.choose(t('register.basis.label'), t('register.basis.initiative'));
  await keys.find(t('register.carrier.kind'), t('register.carrier.kinds.paper'));
  await keys.type(t('register.carrier.copyNo'), '1');
  await keys.type(t('register.carrier.copies'), '2');
  await keys.type(t('register.carrier.sheets'), document.sheets);
  await keys.choose(t('register.carrier.markingPlace'), t('register.carrier.places.carrier'));
}

async function typeReceived({ keys, t, hearing, page }: Stage): Promise<void> {
  await keys.type(t('register.received.marking'), document.marking);
  await keys.type(t('register.received.code'), document.code);
  await keys.find(t('register.received.language'), document.language);
  const proposed = hearing.answer('materials.similar');
  await keys.type(t('register.received.text'), document.text);
  await proposed;
  // The pane shows what resembles the whole text once nothing is being asked any more.
  await page().getByRole('complementary', { name: t('register.similar.title') }).getByRole('article').first().waitFor();
}
