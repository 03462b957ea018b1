import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { windowOfPaths } from './window.fixture.ts';
import { openPackage } from '../../packages/open.ts';
import { mayMount } from '../../small-disk.fixture.ts';
import { openForTest } from '../../vault/holding.fixture.ts';
import { createSuite, hex } from '../../vault/suite.ts';
import { approvalOf, bodyKeys, consentOf, decided, freshJob, newWorld, orderOf, passphrase, received, type World } from './world.fixture.ts';

const text = 'Sinov namunasi: shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi.\r\n\u202Eтекст как есть';

let world: World;
/** A text of UZ-01 with the consent to send it to TJ-01. */
let materialId: string;
let regNo: string;

beforeEach(async () => {
  world = await newWorld();
  ({ materialId, regNo } = await received(world, { text }));
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01', 'KG-01'] }, { number: '4/201' }));
});
afterEach(() => world.close());

async function trust() {
  const { sign } = await world.ask('reference.centreKeys', {});
  return { recipientKeys: [bodyKeys('TJ-01').box], knownSenders: [{ body: 'CENTRE', publicKey: new Uint8Array(Buffer.from(sign, 'hex')) }], seen: () => false };
}

const outgoing = async () => (await world.ask('outgoing.page', { cursor: null, limit: 50 })).rows.map(({ number, state, voidCode }) => ({ number, state, voidCode }));

describe('a package that may go', () => {
  it('is opened by the addressee\'s own keys and holds what was received, to the byte', async () => {
    const sealed = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
    expect(sealed.number).toBe('TJ-01/P/2026/0001');
    const opened = await openPackage(sealed.path, await trust());
    expect(opened.digest).toBe(sealed.sha256);
    expect(opened.header).toMatchObject({ sender: 'CENTRE', addressee: 'TJ-01', number: sealed.number, date: '2026-05-10' });
    expect(opened.inventory.items).toMatchObject([{
      registrationNumber: regNo, copyNumber: '3', sheets: 3, markingVerbatim: 'Maxfiy', grif: 'LOWER', evaluationVerbatim: 'B2', restrictions: ['только для цели: проверка условных сведений'],
      consentReference: '4/201, 2026-05-10', originatorReference: null, files: [{ name: 'material.txt' }, { name: 'requisites.json' }],
    }]);
    const parts: Record<string, string> = {};
    for await (const part of opened.parts()) {
      const bytes: Buffer[] = [];
      for await (const piece of part.content) bytes.push(Buffer.from(piece));
      parts[part.path] = Buffer.concat(bytes).toString('utf8');
    }
    await opened.close();
    expect(parts['data/files/00001.bin']).toBe(text);
    expect(JSON.parse(parts['data/files/00002.bin'] ?? '')).toEqual({
      schema: 'grif-requisites/1', registrationDate: '2026-05-10', marking: 'Maxfiy', code: 'B2', attributes: [{ name: 'Manba', value: 'rasmiy organ;\noʻzbekcha' }], language: 'uz',
    });
    expect(parts['data/files/00002.bin']).not.toContain('4/118');
  });

  it('says nothing outside but number, addressee, sender and day', async () => {
    const { path } = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
    const bytes = readFileSync(path).toString('latin1');
    for (const word of ['UZ-01', 'Maxfiy', 'LOWER', 'Oqtepa', '4/118', '4/201']) expect(bytes).not.toContain(word);
    // Two letters turn up in sealed bytes by chance, so only what is legible is searched for them.
    const label = bytes.slice(bytes.indexOf('{"number"'), bytes.indexOf('}]}') + 3);
    expect(Object.keys(JSON.parse(label))).toEqual(['number', 'addressee', 'sender', 'date', 'keys']);
    expect(label).not.toContain('B2');
    expect(await world.ask('media.packages', { folder: world.medium })).toEqual([expect.objectContaining({ path, number: 'TJ-01/P/2026/0001', sender: 'CENTRE', trouble: null })]);
  });

  it('gives each medium its own copy number, and each addressee its own series', async () => {
    await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
    const again = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
    expect(again.number).toBe('TJ-01/P/2026/0002');
    const home = await world.ask('release.seal', orderOf(world, [materialId], 'UZ-01'));
    expect(home.number).toBe('UZ-01/P/2026/0001');
    const { transfers } = await world.ask('materials.card', { materialId });
    expect(transfers.map(({ recipient, copyNo, consents }) => [recipient, copyNo, consents.length])).toEqual([['TJ-01', 3, 1], ['TJ-01', 4, 1], ['UZ-01', 5, 0]]);
  });

  it('tells the originator its own number, and nobody else', async () => {
    const { path } = await world.ask('release.seal', orderOf(world, [materialId], 'UZ-01'));
    const opened = await openPackage(path, { ...await trust(), recipientKeys: [bodyKeys('UZ-01').box] });
    await opened.close();
    expect(opened.inventory.items[0]).toMatchObject({ originatorReference: '4/118, 2026-05-10', consentReference: null });
  });

  it('streams attachments out of the holding whole', async () => {
    world.close();
    world = await newWorld({ shell: windowOfPaths() });
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 5, 'вложение ');
    writeFileSync(join(world.folder, 'token'), bytes);
    const { fileId } = await world.ask('attachments.stage', { fileToken: join(world.folder, 'token'), name: 'схема 1.png', jobId: freshJob() });
    const material = await received(world, { attachments: [{ fileId, name: 'схема 1.png' }] });
    const { path } = await world.ask('release.seal', orderOf(world, [material.materialId], 'UZ-01'));
    const opened = await openPackage(path, { ...await trust(), recipientKeys: [bodyKeys('UZ-01').box] });
    await opened.close();
    expect(opened.inventory.items[0]?.files.at(-1)).toMatchObject({ name: 'схема 1.png', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
  });

  it('lays both files of the block first, of an empty text too, so that no attachment stands in their place', async () => {
    world.close();
    world = await newWorld({ shell: windowOfPaths() });
    writeFileSync(join(world.folder, 'token'), 'вложение, которое так назвал отправитель');
    const { fileId } = await world.ask('attachments.stage', { fileToken: join(world.folder, 'token'), name: 'material.txt', jobId: freshJob() });
    const material = await received(world, { text: '', attachments: [{ fileId, name: 'material.txt' }] });
    const { path } = await world.ask('release.seal', orderOf(world, [material.materialId], 'UZ-01'));
    const opened = await openPackage(path, { ...await trust(), recipientKeys: [bodyKeys('UZ-01').box] });
    await opened.close();
    const [own] = opened.inventory.items;
    expect(own?.files.map(({ name }) => name)).toEqual(['material.txt', 'requisites.json', 'material.txt']);
    expect(own?.files[0]?.bytes).toBe(0);
    expect(own?.files[2]?.bytes).toBeGreaterThan(0);
  });

  it('has its receipt recorded once, after it was written', async () => {
    const { packageId } = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
    const receipt = (date: string) => ({ packageId, number: '5/р', date });
    expect(await world.refused('outgoing.receipt', receipt('2026-05-09'))).toEqual(['date.order']);
    expect(await world.refused('outgoing.receipt', receipt('2026-05-11'))).toEqual(['date.inFuture']);
    await world.ask('outgoing.receipt', receipt('2026-05-10'));
    expect(await world.refused('outgoing.receipt', receipt('2026-05-10'))).toEqual(['package.receiptTwice']);
    expect(await outgoing()).toEqual([{ number: 'TJ-01/P/2026/0001', state: 'receiptReturned', voidCode: null }]);
  });
});

it('takes a consent to another purpose for none, until the officer confirms that it is the same, and keeps that he did (Art. 8)', async () => {
  const press = { purpose: 'сверка по условному делу' };
  expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01', press))).toEqual(['consent.purposeDiffers', 'transfer.refused']);
  const [{ id: consentId = '' } = {}] = await world.ask('consents.list', { materialId });
  await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01', { ...press, confirmedPurposes: [consentId, 'a'.repeat(20)] }));
  const { transfers } = await world.ask('materials.card', { materialId });
  expect(transfers).toMatchObject([{ recipient: 'TJ-01', purpose: press.purpose, consents: [consentId], confirmed: [consentId] }]);
});

it('is built from the journal anew without a difference', async () => {
  const { packageId } = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
  await world.ask('outgoing.receipt', { packageId, number: '', date: '2026-05-10' });
  await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01', { folder: join(world.folder, 'нет') }));
  await world.as('d');
  await world.ask('release.approve', approvalOf([materialId], 'KG-01', 'решение 1'));
  await world.ask('release.withdrawApproval', { materialId, recipient: 'KG-01' });
  expect(await world.ask('vault.check', {})).toMatchObject({ broken: null, differences: [], lost: [] });
});

describe('a package that may not go', () => {
  it('is decided anew: what was allowed an hour ago is refused after the revocation, and nothing is written', async () => {
    const decision = await decided(world, materialId, 'TJ-01');
    expect(decision.allowed).toBe(true);
    await world.ask('consents.revoke', { consentId: decision.consents[0] ?? '', number: '4/202', date: '2026-05-10' });
    expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01'))).toEqual(['consent.revoked', 'transfer.refused']);
    expect([readdirSync(world.medium), await outgoing()]).toEqual([[], []]);
  });

  it('is refused whole for one of its materials, with every check that fails', async () => {
    const other = await received(world, { body: 'RU-01', number: '7', degree: 'UPPER' });
    expect(await world.refused('release.seal', orderOf(world, [materialId, other.materialId], 'TJ-01', { channel: 'почта' })))
      .toEqual(['consent.missing', 'channel.tooLow', 'transfer.refused']);
    expect(await world.refused('release.seal', orderOf(world, [materialId], 'KZ-99'))).toEqual(['body.unknown', 'transfer.refused']);
    expect(await world.refused('release.seal', orderOf(world, [materialId], 'KG-01'))).toEqual(['body.noKeys']);
    expect(await outgoing()).toEqual([]);
  });

  it('is stopped by a consent revoked while it was being written', async () => {
    const { consents } = await decided(world, materialId, 'TJ-01');
    let done: Promise<unknown> | undefined;
    world.registry.onSignal((event, json) => {
      if (event === 'job' && json.includes('"readingBack"')) done ??= world.ask('consents.revoke', { consentId: consents[0] ?? '', number: '4/202', date: '2026-05-10' });
    });
    expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01'))).toEqual(['consent.revoked', 'transfer.refused']);
    await done;
    expect([readdirSync(world.medium), await outgoing()]).toEqual([[], [{ number: 'TJ-01/P/2026/0001', state: 'void', voidCode: 'transfer.refused' }]]);
  });

  it('leaves no file when it is cancelled, and a number that says why', async () => {
    const order = orderOf(world, [materialId], 'TJ-01');
    world.registry.onSignal((event, json) => {
      if (event === 'job' && json.includes('"sealing"')) void world.ask('jobs.cancel', { jobId: order.jobId });
    });
    expect(await world.refused('release.seal', order)).toEqual(['job.cancelled']);
    expect([readdirSync(world.medium), await outgoing()]).toEqual([[], [{ number: 'TJ-01/P/2026/0001', state: 'void', voidCode: 'job.cancelled' }]]);
  });

  it('leaves no file when the vault is locked meanwhile; the number is voided at the next unlock', async () => {
    let once = false;
    world.registry.onSignal((event, json) => {
      if (event !== 'job' || once || !json.includes('"sealing"')) return;
      once = true;
      world.registry.lock();
    });
    await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01'));
    expect(readdirSync(world.medium)).toEqual([]);
    await world.as('r');
    expect(await outgoing()).toEqual([{ number: 'TJ-01/P/2026/0001', state: 'void', voidCode: 'interrupted' }]);
    await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
    expect(await outgoing()).toEqual([
      { number: 'TJ-01/P/2026/0002', state: 'written', voidCode: null }, { number: 'TJ-01/P/2026/0001', state: 'void', voidCode: 'interrupted' },
    ]);
  });
});

describe('folders', () => {
  const refusal = (folder: string, more = {}) => world.refused('release.seal', orderOf(world, [materialId], 'TJ-01', { folder, ...more }));

  it('names a folder that is missing, no folder, a link, or on the vault\'s own disk', async () => {
    expect(await refusal(join(world.folder, 'нет'))).toEqual(['media.missing']);
    writeFileSync(join(world.folder, 'file'), '');
    expect(await refusal(join(world.folder, 'file'))).toEqual(['media.missing']);
    symlinkSync(world.medium, join(world.folder, 'link'));
    expect(await refusal(join(world.folder, 'link'))).toEqual(['media.symlink']);
    expect(await refusal(world.medium, { allowVaultDisk: false })).toEqual(['media.vaultDisk']);
    for (const within of ['', 'staging']) expect(await refusal(join(world.folder, 'data/vault', within))).toEqual(['media.vaultFolder']);
    expect(await refusal(relative(process.cwd(), world.medium))).toEqual(['media.missing']);
    // No number is spent on a folder that cannot take the package.
    expect(await outgoing()).toEqual([]);
    expect(readdirSync(world.medium)).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('names a folder without permission', async () => {
    const closed = join(world.folder, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    expect(await refusal(closed)).toEqual(['media.permission']);
    chmodSync(closed, 0o700);
  });

  it.skipIf(!mayMount)('names a medium that is full or write-protected, and leaves nothing on it', async () => {
    const disk = join(world.folder, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk]);
    try {
      expect(await refusal(disk)).toEqual(['media.full']);
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      expect((await refusal(disk))[0]).toMatch(/^media\.(readOnly|permission)$/);
      expect(readdirSync(disk)).toEqual([]);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('never writes over a file of its name', async () => {
    writeFileSync(join(world.medium, 'TJ-01_P_2026_0001.grifpkg'), 'чужое');
    expect(await refusal(world.medium)).toEqual(['media.exists']);
    expect(readFileSync(join(world.medium, 'TJ-01_P_2026_0001.grifpkg'), 'utf8')).toBe('чужое');
  });
});

describe('a key that somebody put into the directory past the acts', () => {
  it('is sealed to by nobody: the directory is named as damaged, and no number is taken', async () => {
    const own = createSuite(randomBytes).boxKeys();
    world.registry.lock();
    await openForTest({ folder: join(world.folder, 'data', 'vault'), login: 'r', passphrase }, 'registry', (db) => {
      expect(db.prepare("UPDATE body SET json = json_set(json, '$.keys.box', ?) WHERE code = 'TJ-01' AND json_extract(json, '$.keys') IS NOT NULL").run(hex(own.publicKey)).changes).toBeGreaterThan(0);
    });
    await world.as('r');
    const { rows } = await world.ask('outgoing.page', { cursor: null, limit: 50 });
    expect(await world.refused('release.seal', orderOf(world, [materialId], 'TJ-01'))).toEqual(['vault.damaged']);
    expect((await world.ask('outgoing.page', { cursor: null, limit: 50 })).rows).toEqual(rows);
    expect(readdirSync(world.medium)).toEqual([]);
  });
});
