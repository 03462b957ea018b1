import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshJob, orderOf, passphrase, received } from '#main/acts/exchange/world.fixture.ts';
import { loadScenario } from '#main/scenario/load.ts';
import { play } from '#main/scenario/player.ts';
import { surpriseLines } from '#main/scenario/tell.ts';
import { chromiumBinary } from '#main/shell/chromium/binary.ts';
import { createChromiumPrinter } from '#main/shell/chromium/printer.ts';
import { testGrant } from '#main/registry.fixture.ts';
import { canariesOf, filesWith } from './clear-text.ts';
import { dayAttachment, daySearch, dayText, scenarioPhrase, secondPhrase } from './day-texts.ts';
import { assets, deskAt, type Desk } from './desk.ts';
import { makeOld } from './old-form.ts';
import { makeWorld } from './operations.ts';

/**
 * A working day as a program of its own, for being watched: `day.ts FOLDER SAFE`. The scenarios that ship with the program, papers and
 * all; then what happens on fewer days: keys changed, a journal written out, backups, a migration, a restore. At its end, with everything still lying
 * there, it looks through all files itself.
 */
const [, , folder = '', safe = ''] = process.argv;
const printer = chromiumBinary() === undefined ? undefined : createChromiumPrinter();

/** Each of these plays those before it first. */
async function scenarios(): Promise<void> {
  for (const name of ['s3.json', 's4.json', 's5.json', 's7.json']) {
    const scenario = loadScenario(join(assets, 'scenarios', name));
    // Without a printer its papers are left out, and nothing else.
    const steps = printer === undefined ? scenario.steps.filter(({ method }) => !method.startsWith('documents.')) : scenario.steps;
    const surprise = await play({ ...scenario, steps }, { folder: join(folder, name), assets, version: '0', passphrase: scenarioPhrase, workstation: 'TEST', ...(printer === undefined ? {} : { printer }) });
    if (surprise !== null) throw new Error(surpriseLines(surprise).join('\n'));
  }
}

async function theRest(desk: Desk): Promise<void> {
  const world = { ...desk, medium: desk.medium };
  await desk.as('r');
  const chosen = join(desk.folder, 'chosen-scheme');
  writeFileSync(chosen, dayAttachment.repeat(40_000));
  const { fileId } = await desk.ask('attachments.stage', { fileToken: chosen, name: 'схема.bin', jobId: freshJob() });
  const { materialId } = await received(world, { number: '8/1', text: dayText, attachments: [{ fileId, name: 'схема.bin' }] });
  await desk.ask('materials.page', { filter: { text: daySearch }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 10 });
  await desk.ask('drafts.seal', { json: JSON.stringify({ text: dayText }) });
  await paper(desk, { form: 'P6', materialId });
  await desk.ask('session.changePassphrase', { old: passphrase, new: secondPhrase });
  await desk.as('d');
  await desk.ask('officers.enrol', { login: 's', name: 'сотрудник С-1', role: 'security', passphrase });
  const officerId = (await desk.ask('officers.list', {})).find(({ login }) => login === 'r')?.id ?? '';
  const grant = (await desk.ask('access.list', {})).officials.find(({ officer }) => officer.login === 'r')?.grants[0]?.id ?? '';
  await desk.ask('access.revoke', { grantId: grant, reason: 'перевод (вымышлено)', document: { number: '9', date: '2026-05-09' } });
  await desk.ask('access.rekey', {});
  await desk.ask('access.issue', testGrant(officerId));
  await desk.ask('backup.registerMedium', { folder: desk.safe, number: 'НН-1', description: '', place: 'сейф (вымышлено)' });
  await desk.ask('backup.make', { jobId: freshJob(), folder: desk.safe });
  await desk.as('r', secondPhrase);
  await desk.ask('release.seal', orderOf(world, [materialId], 'UZ-01'));
  await desk.as('d');
  await desk.ask('backup.make', { jobId: freshJob(), folder: desk.safe });
  await paper(desk, { form: 'J1' });
  await desk.ask('journal.exportTo', { folder: desk.medium });
  await desk.ask('vault.check', {});
  await desk.ask('session.lock', {});
  await makeOld(join(desk.folder, 'data/vault'), 'd', passphrase, desk.clock);
  await desk.ask('vault.migrate', { jobId: freshJob(), login: 'd', passphrase });
  rmSync(join(desk.folder, 'data'), { recursive: true });
  await desk.ask('backup.restore', { jobId: freshJob(), folder: desk.safe, generation: 2, login: 'd', passphrase, second: { login: 's', passphrase } });
  await desk.as('r', secondPhrase);
  await desk.ask('materials.card', { materialId });
}

async function paper(desk: Desk, form: { form: 'J1' } | { form: 'P6'; materialId: string }): Promise<void> {
  await desk.ask('documents.prepare', { of: form, language: 'ru', secondLanguage: null, copies: 1 });
}

try {
  await scenarios();
  const place = join(folder, 'rest');
  await makeWorld(place);
  const desk = deskAt(place, safe, undefined, printer);
  await theRest(desk);
  const { looked, hits } = filesWith([folder, safe, tmpdir()], canariesOf(join(assets, 'scenarios')));
  process.stdout.write(hits.map((hit) => `clear: ${hit}\n`).join('') + `looked through ${looked} files\n`);
  desk.end();
} finally {
  await printer?.close();
}
