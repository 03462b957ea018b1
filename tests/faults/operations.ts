import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { standInPrinter } from '#main/acts/documents/paper.fixture.ts';
import { consentOf, freshJob, newWorld, orderOf, passphrase, received, type World } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { testAppointment, testGrant } from '#main/registry.fixture.ts';
import { loadScenario } from '#main/scenario/load.ts';
import { play } from '#main/scenario/player.ts';
import { ownProjections } from '#main/vault/open.ts';
import { unlockVault } from '#main/vault/vault.ts';
import type { Confirmation } from './confirmed.ts';
import { makeOld } from './old-form.ts';
import { assets, commitsIn, deskTime, type Desk } from './desk.ts';

export type Confirm = (one: Confirmation) => void;

/** Work that is cut off at every step. `run` is a program of its own, on a copy of the world of `makeWorld`. */
export interface Operation {
  readonly name: string;
  /** Without `end`: the program's end is no part of it, and a cut comes at no time that suits it. */
  run(desk: Desk, confirm: Confirm): Promise<void>;
  /** Nothing is there yet: the world is an empty folder, or `prepare` leaves no vault. */
  readonly fromNothing?: true;
  /** What was done before, none of which is cut off. */
  prepare?(desk: Desk): Promise<void>;
}

const text = 'Вымышленный текст: условный пост «Чинор», груз условного вещества.';
const registered = (materialId: string): Confirmation => ({ what: 'act', kind: 'material.registered', subject: materialId });

async function register(desk: Desk, confirm: Confirm, body: string, number: string, degree: 'LOWER' | 'UPPER', attachment: number): Promise<void> {
  const token = join(desk.folder, `chosen-${number.replace('/', '-')}`);
  writeFileSync(token, Buffer.alloc(attachment, number));
  const { fileId } = await desk.ask('attachments.stage', { fileToken: token, name: 'схема.bin', jobId: freshJob() });
  const { materialId } = await received(worldOver(desk), { body, number, degree, text, attachments: [{ fileId, name: 'схема.bin' }] });
  confirm(registered(materialId));
  confirm({ what: 'file', holding: `${body}/${degree}`, fileId, bytes: attachment });
}

const worldOver = ({ folder, medium, ask }: Desk): Pick<World, 'folder' | 'medium' | 'clock' | 'ask'> => ({ folder, medium, ask, clock: settableClock(deskTime) });

async function firstOf(desk: Desk, body: string): Promise<string> {
  const { rows } = await desk.ask('materials.page', { filter: { bodies: [body] }, sort: { by: 'registeredAt', direction: 'descending' }, cursor: null, limit: 1 });
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no material of ${body} to work on`);
  return row.id;
}

const newPhrase = 'другая вымышленная фраза для проверки 8';

/** The table of the programme: whoever adds a way to write adds its line. */
export const operations: readonly Operation[] = [
  {
    name: 'registering with attachments',
    async run(desk, confirm) {
      await desk.as('r');
      // A holding that is there, one that is made for it, and one whose attachment takes more than a frame.
      await register(desk, confirm, 'UZ-01', '5/1', 'LOWER', 3000);
      await register(desk, confirm, 'KZ-01', '5/2', 'UPPER', 70_000);
      await register(desk, confirm, 'UZ-01', '5/3', 'LOWER', 1_100_000);
    },
  },
  {
    name: 'sealing a package',
    async run(desk, confirm) {
      await desk.as('r');
      const materialId = await firstOf(desk, 'UZ-01');
      const sealed = await desk.ask('release.seal', orderOf(worldOver(desk), [materialId], 'TJ-01'));
      confirm({ what: 'package', path: sealed.path.slice(desk.folder.length + 1), sha256: sealed.sha256 });
      confirm({ what: 'act', kind: 'package.sealed', subject: null });
    },
  },
  {
    name: 'recording consents',
    async run(desk, confirm) {
      await desk.as('r');
      const materialId = await firstOf(desk, 'TJ-01');
      for (const [number, body] of [['7/1', 'UZ-01'], ['7/2', 'KZ-01']] as const) {
        await desk.ask('consents.record', consentOf([materialId], 'TJ-01', { kind: 'body', codes: [body] }, { number }));
        confirm({ what: 'act', kind: 'consent.recorded', subject: null });
      }
    },
  },
  {
    name: 'changing a passphrase',
    async run(desk, confirm) {
      await desk.as('r');
      confirm({ what: 'opens', login: 'r', passphrase: newPhrase, perhaps: true });
      await desk.ask('session.changePassphrase', { old: passphrase, new: newPhrase });
      confirm({ what: 'opens', login: 'r', passphrase: newPhrase, perhaps: false });
    },
  },
  {
    name: 'making a key file',
    async run(desk, confirm) {
      await desk.as('r');
      // Made first and wanted afterwards: a cut between leaves a file that opens nothing, and the passphrase of before.
      confirm({ what: 'opens', login: 'r', passphrase: newPhrase, perhaps: true });
      await desk.ask('session.changePassphrase', { old: passphrase, new: newPhrase, keyFile: { newIn: desk.medium } });
      confirm({ what: 'opens', login: 'r', passphrase: newPhrase, perhaps: false });
    },
  },
  {
    name: 'enrolling and disabling',
    async run(desk, confirm) {
      await desk.as('d');
      const { officerId } = await desk.ask('officers.enrol', { login: 'a', name: 'аналитик А-1', role: 'analyst', passphrase });
      confirm({ what: 'act', kind: 'officer.enrolled', subject: officerId });
      await desk.ask('access.issue', testGrant(officerId));
      confirm({ what: 'opens', login: 'a', passphrase, perhaps: false });
      const { officerId: second } = await desk.ask('officers.enrol', { login: 's', name: 'сотрудник С-1', role: 'security', passphrase });
      confirm({ what: 'opens', login: 's', passphrase, perhaps: false });
      const list = await desk.ask('officers.list', {});
      const registrar = list.find(({ login }) => login === 'r')?.id ?? second;
      await desk.ask('officers.disable', { officerId: registrar, reason: 'перевод (вымышлено)' });
      confirm({ what: 'act', kind: 'officer.disabled', subject: registrar });
      await desk.ask('access.rekey', {});
    },
  },
  {
    name: 'granting, revoking and encrypting anew',
    async run(desk, confirm) {
      await desk.as('d');
      const { officials } = await desk.ask('access.list', {});
      const registrar = officials.find(({ officer }) => officer.login === 'r');
      const [standing] = registrar?.grants ?? [];
      if (registrar === undefined || standing === undefined) throw new Error('the registrar has no grant to revoke');
      await desk.ask('access.revoke', { grantId: standing.id, reason: 'перевод (вымышлено)', document: { number: '9', date: '2026-05-09' } });
      confirm({ what: 'act', kind: 'grant.revoked', subject: registrar.officer.id });
      await desk.ask('access.rekey', {});
      await desk.ask('access.issue', testGrant(registrar.officer.id));
      confirm({ what: 'act', kind: 'grant.issued', subject: registrar.officer.id });
      confirm({ what: 'opens', login: 'r', passphrase, perhaps: false });
    },
  },
  {
    name: 'arranging recovery',
    async run(desk, confirm) {
      await desk.as('d');
      for (const holders of [['Х-1', 'Х-2', 'Х-3'], ['Х-1', 'Х-2']]) {
        await desk.ask('recovery.arrange', { threshold: 2, holders, second: { login: 'b', passphrase } });
        confirm({ what: 'act', kind: 'recovery.arranged', subject: null });
      }
      await desk.ask('access.rekey', {});
    },
  },
  {
    name: 'opening recovery',
    async run(desk, confirm) {
      const sheets = z.array(z.array(z.string())).parse(JSON.parse(readFileSync(join(desk.folder, sheetsFile), 'utf8')));
      const director = { login: 'd-2', passphrase: newPhrase };
      confirm({ what: 'replaced', ...director, perhaps: true });
      await desk.ask('recovery.open', {
        sheets, replaces: 'd', ...director, name: 'Д. Условный', ...testAppointment, second: null, reason: 'утрачена парольная фраза (вымышлено)',
      });
      confirm({ what: 'replaced', ...director, perhaps: false });
      await desk.as(director.login, director.passphrase);
      await desk.ask('access.rekey', {});
    },
  },
  {
    name: 'exporting the journal',
    async run(desk, confirm) {
      await desk.as('d');
      const { path, acts } = await desk.ask('journal.exportTo', { folder: desk.medium });
      confirm({ what: 'export', path: path.slice(desk.folder.length + 1), acts });
      confirm({ what: 'act', kind: 'journal.exported', subject: null });
    },
  },
  {
    name: 're-building projections',
    async run(desk) {
      const anew = <T extends { readonly version?: number }>(one: T): T => ({ ...one, version: 1000 });
      const vault = await unlockVault(join(desk.folder, 'data/vault'), {
        clock: settableClock(deskTime), workstation: 'АРМ-1', random: (length) => randomBytes(length), login: 'd', passphrase,
        projections: { registry: ownProjections.registry.map(anew), holdings: ownProjections.holdings.map(anew) },
      });
      for (const name of vault.holdings()) vault.holding(name);
      vault.lock();
    },
  },
  {
    name: 'unlocking, looking and locking',
    async run(desk) {
      await desk.as('d');
      await firstOf(desk, 'UZ-01');
      await desk.ask('session.lock', {});
    },
  },
  {
    name: 'setting up a vault',
    fromNothing: true,
    async run(desk, confirm) {
      mkdirSync(desk.medium, { recursive: true });
      await desk.ask('vault.create', { login: 'd', name: 'Д. Условный', passphrase, language: 'ru', ...testAppointment });
      confirm({ what: 'opens', login: 'd', passphrase, perhaps: false });
      confirm({ what: 'act', kind: 'vault.created', subject: null });
    },
  },
  {
    name: 'backing up',
    async run(desk, confirm) {
      await desk.as('d');
      await desk.ask('backup.registerMedium', { folder: desk.safe, number: 'НН-1', description: '', place: 'сейф (вымышлено)' });
      const first = await desk.ask('backup.make', { jobId: freshJob(), folder: desk.safe });
      confirm({ what: 'backup', generation: first.generation, perhaps: false });
      await desk.as('r');
      await register(desk, confirm, 'UZ-01', '5/9', 'LOWER', 70_000);
      await desk.as('d');
      const second = await desk.ask('backup.make', { jobId: freshJob(), folder: desk.safe });
      confirm({ what: 'backup', generation: second.generation, perhaps: false });
      confirm({ what: 'backup', generation: first.generation, perhaps: true });
      await desk.ask('backup.remove', { folder: desk.safe, generation: first.generation, reason: 'место (вымышлено)' });
      await desk.ask('backup.prove', { jobId: freshJob(), folder: desk.safe, generation: second.generation });
    },
  },
  {
    name: 'restoring by two',
    fromNothing: true,
    async prepare(desk) {
      await desk.as('d');
      await desk.ask('officers.enrol', { login: 's', name: 'сотрудник С-1', role: 'security', passphrase });
      await desk.as('r');
      await register(desk, () => undefined, 'UZ-01', '5/9', 'LOWER', 70_000);
      await desk.as('d');
      await desk.ask('backup.registerMedium', { folder: desk.safe, number: 'НН-1', description: '', place: 'сейф (вымышлено)' });
      await desk.ask('backup.make', { jobId: freshJob(), folder: desk.safe });
      await desk.ask('session.lock', {});
      // The workstation burnt down; what lies on the medium is what there is.
      for (const name of readdirSync(desk.folder)) rmSync(join(desk.folder, name), { recursive: true });
      mkdirSync(join(desk.folder, 'data'));
    },
    async run(desk, confirm) {
      await desk.ask('backup.restore', { jobId: freshJob(), folder: desk.safe, generation: 1, login: 'd', passphrase, second: { login: 's', passphrase } });
      confirm({ what: 'act', kind: 'backup.restored', subject: null });
      for (const login of ['d', 'r', 's']) confirm({ what: 'opens', login, passphrase, perhaps: false });
      await desk.as('r');
      await firstOf(desk, 'UZ-01');
    },
  },
  {
    name: 'migrating',
    async prepare(desk) {
      await desk.as('r');
      await register(desk, () => undefined, 'UZ-01', '5/9', 'LOWER', 70_000);
      await desk.ask('session.lock', {});
      await makeOld(join(desk.folder, 'data/vault'), 'd', passphrase, desk.clock);
    },
    async run(desk, confirm) {
      await desk.ask('vault.migrate', { jobId: freshJob(), login: 'd', passphrase });
      confirm({ what: 'act', kind: 'vault.migrated', subject: null });
      await desk.as('r');
      await firstOf(desk, 'UZ-01');
    },
  },
  {
    name: 'signing heads and printing them',
    async run(desk, confirm) {
      await desk.as('d');
      desk.clock.set('2026-05-11T09:00:00');
      // A session that goes on over midnight.
      await desk.ask('officers.list', {});
      confirm({ what: 'act', kind: 'journal.headSigned', subject: null });
      for (const form of [{ form: 'J1' }, { form: 'P23', from: '2026-05-10', to: '2026-05-11' }] as const) {
        const { printId } = await desk.ask('documents.prepare', { of: form, language: 'ru', secondLanguage: null, copies: 1 });
        confirm({ what: 'act', kind: 'document.prepared', subject: null });
        await desk.ask('documents.print', { printId, printer: 'P1', copies: 1 });
        confirm({ what: 'act', kind: 'document.printed', subject: null });
      }
      await desk.ask('session.lock', {});
    },
  },
  {
    name: 'granting access and deputies',
    async run(desk, confirm) {
      await desk.as('d');
      const list = await desk.ask('officers.list', {});
      const officerId = list.find(({ login }) => login === 'r')?.id ?? '';
      await desk.ask('access.issue', testGrant(officerId, { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
      confirm({ what: 'act', kind: 'grant.issued', subject: officerId });
      const { officerId: analyst } = await desk.ask('officers.enrol', { login: 'a', name: 'аналитик А-1', role: 'analyst', passphrase });
      await desk.ask('access.issue', testGrant(analyst, { scope: { bodies: ['TJ-01', 'UZ-01'], degree: 'UPPER' } }));
      confirm({ what: 'act', kind: 'grant.issued', subject: analyst });
      confirm({ what: 'opens', login: 'a', passphrase, perhaps: false });
    },
  },
  // What the scenarios do, those before them included: searches, consents, decisions, notices, links, products, papers, reference.
  ...['s5', 's7'].map((name): Operation => ({
    name: `a day: scenario ${name}`,
    fromNothing: true,
    async run(desk, confirm) {
      const folder = join(desk.folder, 'data');
      const surprise = await play(loadScenario(join(assets, `scenarios/${name}.json`)), {
        folder, assets, version: '0', passphrase, workstation: 'АРМ-1', printer: standInPrinter().printer, onStep: () => confirm({ what: 'commits', count: commitsIn(join(folder, 'vault')) }),
      });
      if (surprise !== null) throw new Error(`${surprise.step.method}: ${surprise.what} ${JSON.stringify(surprise.difference).slice(0, 500)}`);
    },
  })),
];

/** Where the world keeps the sheets of its recovery, beside the vault. */
const sheetsFile = 'sheets.json';

/** A vault with director, registrar, security officer, bodies, two materials of two holdings, a consent and a recovery, locked; copied to `folder`. */
export async function makeWorld(folder: string): Promise<void> {
  const world = await newWorld({ printer: standInPrinter().printer });
  try {
    const { materialId } = await received(world, { text });
    await received(world, { body: 'TJ-01', number: '09-31', text });
    await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }, { number: '4/201' }));
    await world.as('d');
    await world.ask('officers.enrol', { login: 'b', name: 'сотрудник Б-1', role: 'security', passphrase });
    await world.ask('recovery.arrange', { threshold: 2, holders: ['Х-1', 'Х-2', 'Х-3'], second: { login: 'b', passphrase } });
    const sheets = await Promise.all([1, 3].map(async (sheet) => {
      const paper = await world.ask('documents.prepare', { of: { form: 'R1', sheet }, language: 'ru', secondLanguage: null, copies: 1 });
      return [...paper.text.matchAll(/^Строка \d: ([\d ]+)$/gmu)].map((match) => match[1] ?? '');
    }));
    writeFileSync(join(world.folder, sheetsFile), JSON.stringify(sheets));
    world.registry.lock();
    rmSync(folder, { recursive: true, force: true });
    cpSync(world.folder, folder, { recursive: true });
  } finally {
    world.close();
  }
}
