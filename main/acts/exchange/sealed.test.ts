import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Input } from '#app/contract/index.ts';
import { readRequisites } from '#app/exchange/requisites.ts';
import type { PackageFile, PackageItem, PackageLabel } from '../../packages/contents.ts';
import { writePackage } from '../../packages/write.ts';
import { bodyKeys, consentOf, freshJob, keysOf, newWorld, orderOf, received, type World } from './world.fixture.ts';

let world: World;
beforeEach(async () => { world = await newWorld(); });
afterEach(() => world.close());

const text = 'Намунаи санҷишӣ: мошини боркаш.\u200B\r\n ';
const requisites = JSON.stringify({ schema: 'grif-requisites/1', registrationDate: '2026-05-09', marking: 'Махфӣ', code: 'С3', attributes: [{ name: 'а', value: 'б\n' }], language: 'tg' });

function file(name: string, content: string | Buffer): PackageFile {
  const bytes = Buffer.from(content);
  return { name, bytes: bytes.length, open: async function* () { yield bytes; } };
}

const item = (files: readonly PackageFile[]): PackageItem => ({
  registrationNumber: '09-31', copyNumber: '1', sheets: 2, markingVerbatim: 'Махфӣ', grif: 'LOWER', evaluationVerbatim: 'С3', restrictions: ['только для проверки'], consentReference: null, originatorReference: null, files,
});

interface Sending {
  readonly label?: Partial<PackageLabel>;
  readonly files?: readonly PackageFile[];
  readonly sign?: ReturnType<typeof keysOf>['sign'];
  readonly to?: Uint8Array;
}

/** A package as TJ-01's own program would write it. */
async function sent({ label = {}, files = [file('material.txt', text), file('requisites.json', requisites), file('схема.bin', Buffer.alloc(100_000, 7))], sign = bodyKeys('TJ-01').sign, to }: Sending = {}): Promise<string> {
  const { box } = await world.ask('reference.centreKeys', {});
  const end = await writePackage({
    label: { number: 'П-77', sender: 'TJ-01', addressee: 'CENTRE', date: '2026-05-09', ...label }, contents: { items: [item(files)], documents: [{ kind: 'letter', ...file('', '%PDF-1.7 вымышленное') }] },
    senderKeys: sign, addresseeKeys: [to ?? new Uint8Array(Buffer.from(box, 'hex'))], folder: world.medium,
  });
  if (end.state !== 'written') throw new Error(JSON.stringify(end));
  return end.path;
}

const verify = (path: string) => world.ask('sealed.verify', { path, jobId: freshJob() });
const refused = (path: string) => world.refused('sealed.verify', { path, jobId: freshJob() });
const quarantine = () => readdirSync(join(world.folder, 'data/vault/staging'));

it('opens a package of a body into quarantine, its block to the byte, and what it holds can be registered', async () => {
  const verified = await verify(await sent());
  expect(verified).toMatchObject({ number: 'П-77', sender: 'TJ-01', recipient: 'CENTRE', date: '2026-05-09' });
  const [found] = verified.items;
  expect(found).toMatchObject({
    registrationNumber: '09-31', registrationDate: '2026-05-09', copyNo: 1, marking: 'Махфӣ', degree: 'LOWER', evaluation: 'С3', text, language: 'tg', attributes: [{ name: 'а', value: 'б\n' }],
    files: [{ name: 'схема.bin', size: 100_000 }],
  });
  expect(verified.documents).toMatchObject([{ kind: 'letter', name: 'letter.pdf' }]);
  expect(quarantine()).toHaveLength(2);

  const { packageId } = await world.ask('incoming.register', {
    sender: { kind: 'listed', body: 'TJ-01' }, outerNumber: verified.number, channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: verified.sha256,
  });
  const { materialId } = await world.ask('materials.register', {
    packageId, senderNumber: '09-31', senderDate: '2026-05-09', basis: 'initiative', requestId: null, carrier: { kind: 'flash', number: '', copyNo: 1, copies: 1, sheets: 2, markingPlace: 'accompanying' },
    asReceived: { marking: found?.marking ?? '', code: found?.evaluation ?? '', attributes: found?.attributes ?? [], text: found?.text ?? '', language: found?.language ?? 'other' },
    degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: 'С3', sourceKind: null }, restrictions: [], personalData: false, summary: '', supplementOf: null,
    attachments: (found?.files ?? []).map(({ fileId, name }) => ({ fileId: fileId ?? '', name })),
  });
  const { asReceived, attachments } = await world.ask('materials.card', { materialId });
  expect([asReceived.text, attachments.length]).toEqual([text, 1]);
});

it('refuses a number that was registered before', async () => {
  const path = await sent();
  const { sha256 } = await verify(path);
  // Looked at twice is no replay; registered and sent again is.
  expect((await verify(path)).sha256).toBe(sha256);
  await world.ask('incoming.register', {
    sender: { kind: 'listed', body: 'TJ-01' }, outerNumber: 'П-77', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: sha256,
  });
  expect(await refused(path)).toEqual(['package.replayed']);
});

it('is registered under the sender that signed it and the number on its label, and once', async () => {
  const { sha256 } = await verify(await sent());
  const { sha256: other } = await verify(await sent({ label: { number: 'П-78' } }));
  const { sha256: own } = await verify((await world.ask('release.seal', orderOf(world, [(await received(world)).materialId], 'UZ-01'))).path);
  const as = (more: Partial<Input<'incoming.register'>>): Input<'incoming.register'> => ({
    sender: { kind: 'listed', body: 'TJ-01' }, outerNumber: 'П-77', channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: sha256, ...more,
  });
  const unfit: Partial<Input<'incoming.register'>>[] = [
    { sender: { kind: 'listed', body: 'UZ-01' } }, { sender: { kind: 'unlisted', state: 'TJ', nameAsWritten: 'TJ-01' } }, { outerNumber: 'П-78' }, { outerNumber: '' }, { sealedHash: other }, { sealedHash: own },
    { sealedHash: 'a'.repeat(64) },
  ];
  for (const more of unfit) expect(await world.refused('incoming.register', as(more)), JSON.stringify(more)).toEqual(['package.notQuarantined']);
  await world.ask('incoming.register', as({ outerNumber: ' П-77 ' }));
  expect(await world.refused('incoming.register', as({}))).toEqual(['package.replayed']);
  expect(await world.refused('incoming.register', as({ sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-9' }))).toEqual(['package.notQuarantined']);
  await world.ask('incoming.register', as({ outerNumber: 'П-78', sealedHash: other }));
});

it('takes one number of a sender once, whatever lies in the packages that bear it', async () => {
  const first = await sent();
  const { sha256 } = await verify(first);
  rmSync(first);
  const { sha256: other } = await verify(await sent({ files: [file('другое.txt', 'другое')] }));
  const register = (sealedHash: string) => ({
    sender: { kind: 'listed' as const, body: 'TJ-01' }, outerNumber: 'П-77', channel: 'курьер', courier: '', seals: 'intact' as const, sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash,
  });
  await world.ask('incoming.register', register(sha256));
  expect(await world.refused('incoming.register', register(other))).toEqual(['package.replayed']);
});

it('names what is wrong with a package, takes nothing of it in and writes the attempt down', async () => {
  const good = readFileSync(await sent({ label: { number: 'П-1' } }));
  const put = (name: string, bytes: Buffer): string => {
    writeFileSync(join(world.medium, name), bytes);
    return join(world.medium, name);
  };
  const flipped = Buffer.from(good);
  flipped[good.length - 100] = (flipped[good.length - 100] ?? 0) ^ 1;
  expect(await refused(put('a', flipped))).toEqual(['package.altered']);
  expect(await refused(put('b', good.subarray(0, -1)))).toEqual(['package.truncated']);
  expect(await refused(put('c', Buffer.from('not a package at all')))).toEqual(['package.notAPackage']);
  const header = Buffer.from(good);
  header[200] = (header[200] ?? 0) ^ 1;
  expect(await refused(put('d', header))).toEqual(['package.badSignature']);
  expect(await refused(join(world.medium, 'нет'))).toEqual(['media.missing']);
  expect(await refused(world.medium)).toEqual(['package.notAPackage']);
  symlinkSync(put('e', good), join(world.medium, 'link'));
  expect(await refused(join(world.medium, 'link'))).toEqual(['package.hostilePath']);
  expect(quarantine()).toEqual([]);

  await world.as('d');
  const { rows } = await world.ask('journal.page', { officer: null, kind: 'sealed.verify', result: 'refused', subject: null, from: null, to: null, text: '', cursor: null, limit: 50 });
  expect(rows).toHaveLength(7);
});

it('trusts only the key of the body that the label names, and only packages to the Centre', async () => {
  expect(await refused(await sent({ label: { number: 'П-2' }, sign: keysOf(60).sign }))).toEqual(['package.unknownSender']);
  expect(await refused(await sent({ label: { number: 'П-3', sender: 'RU-01' } }))).toEqual(['package.unknownSender']);
  expect(await refused(await sent({ label: { number: 'П-4', sender: 'KG-01' } }))).toEqual(['package.unknownSender']);
  expect(await refused(await sent({ label: { number: 'П-5' }, to: bodyKeys('RU-01').box.publicKey }))).toEqual(['package.notAddressee']);
  expect(await refused(await sent({ label: { number: 'П-6', addressee: 'RU-01' } }))).toEqual(['package.notAddressee']);
});

it('keeps as files what is not of the described form', async () => {
  const { items: [found] } = await verify(await sent({ files: [file('material.txt', Buffer.from([0xff, 0xfe, 0x41])), file('requisites.json', '{"schema":"grif-requisites/1","extra":1}'), file('material.txt', 'второй')] }));
  expect(found).toMatchObject({ text: '', language: 'other', registrationDate: null, marking: 'Махфӣ', evaluation: 'С3' });
  expect(found?.files.map(({ name }) => name)).toEqual(['material.txt', 'requisites.json', 'material.txt']);
  for (const json of ['', 'null', '[]', '{', '{"schema":"grif-requisites/2"}', requisites.replace('2026-05-09', '2026-02-30')]) expect(readRequisites(json)).toBeNull();
});

it('takes a block only from the first two files, both or neither: a name is the originator\'s to give', async () => {
  const [asText, beside] = [file('material.txt', text), file('requisites.json', requisites)];
  const orders: PackageFile[][] = [
    [asText], [beside], [beside, asText], [asText, file('a', 'a'), beside], [file('a', 'a'), asText, beside], [asText, file('requisites.json', '{}')], [file('material.txt', Buffer.from([0xff])), beside], [asText, asText, beside],
  ];
  for (const [index, files] of orders.entries()) {
    const { items: [found] } = await verify(await sent({ label: { number: `П-${index}` }, files }));
    expect(found).toMatchObject({ text: '', language: 'other', registrationDate: null });
    expect(found?.files.map(({ name, sha256 }) => [name, sha256.length])).toEqual(files.map(({ name }) => [name, 64]));
    expect(found?.files.every(({ fileId }) => fileId !== null), `${index}`).toBe(true);
  }
  const { items: [found] } = await verify(await sent({ label: { number: 'П-99' }, files: [file('material.txt', ''), beside, file('material.txt', 'вложение'), beside] }));
  expect(found).toMatchObject({ text: '', language: 'tg', registrationDate: '2026-05-09', files: [{ name: 'material.txt', size: 16 }, { name: 'requisites.json' }] });
});

it('leaves one set of files however often it is looked at, and brings back what was dropped meanwhile', async () => {
  const path = await sent();
  const [first, second] = await Promise.all([verify(path), verify(path)]);
  const third = await verify(path);
  expect([second.items, third.items, third.documents]).toEqual([first.items, first.items, first.documents]);
  expect(quarantine()).toHaveLength(2);

  const fileId = third.items[0]?.files[0]?.fileId ?? '';
  await world.ask('attachments.discard', { fileId });
  const fourth = await verify(path);
  expect(fourth.documents).toEqual(first.documents);
  expect(fourth.items[0]?.files[0]?.fileId).not.toBe(fileId);
  expect(quarantine()).toHaveLength(2);
});

it('keeps what an earlier look brought when a later one is cancelled', async () => {
  const path = await sent({ files: [file('a.bin', Buffer.alloc(200_000, 1)), file('b.bin', Buffer.alloc(200_000, 2))] });
  const first = await verify(path);
  const [a, b] = first.items[0]?.files ?? [];
  await world.ask('attachments.discard', { fileId: a?.fileId ?? '' });
  const jobId = freshJob();
  world.registry.onSignal((event, json) => {
    if (event === 'job' && json.includes(jobId) && json.includes('"quarantine"')) void world.ask('jobs.cancel', { jobId });
  });
  expect(await world.refused('sealed.verify', { path, jobId })).toEqual(['job.cancelled']);
  expect(quarantine()).toHaveLength(2);
  expect((await verify(path)).items[0]?.files[1]).toEqual(b);
  expect(quarantine()).toHaveLength(3);
});

it('refuses a draft that names one staged file twice, and takes it once', async () => {
  const verified = await verify(await sent());
  const [found] = verified.items;
  const fileId = found?.files[0]?.fileId ?? '';
  const { packageId } = await world.ask('incoming.register', {
    sender: { kind: 'listed', body: 'TJ-01' }, outerNumber: verified.number, channel: 'курьер', courier: '', seals: 'intact', sealNumbers: '', receivedAt: world.clock.now(), remarks: '', sealedHash: verified.sha256,
  });
  const draft = (attachments: Input<'materials.register'>['attachments']): Input<'materials.register'> => ({
    packageId, senderNumber: '09-31', senderDate: '2026-05-09', basis: 'initiative', requestId: null, carrier: { kind: 'flash', number: '', copyNo: 1, copies: 1, sheets: 2, markingPlace: 'accompanying' },
    asReceived: { marking: 'Махфӣ', code: 'С3', attributes: [], text, language: 'tg' },
    degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: 'С3', sourceKind: null }, restrictions: [], personalData: false, summary: '', supplementOf: null, attachments,
  });
  const twice = JSON.parse(await world.registry.call('materials.register', JSON.stringify(draft([{ fileId, name: 'а' }, { fileId, name: 'б' }]))));
  expect(twice).toMatchObject({ ok: false, refusals: [{ code: 'attachment.notFound', params: { path: 'attachments.1.fileId' } }] });
  await world.ask('materials.register', draft([{ fileId, name: 'а' }]));
});

it('throws away what was taken when it is cancelled in the middle', async () => {
  const path = await sent({ files: [file('a.bin', Buffer.alloc(200_000, 1)), file('b.bin', Buffer.alloc(200_000, 2))] });
  const jobId = freshJob();
  world.registry.onSignal((event, json) => {
    if (event === 'job' && json.includes('"quarantine"')) void world.ask('jobs.cancel', { jobId });
  });
  expect(await world.refused('sealed.verify', { path, jobId })).toEqual(['job.cancelled']);
  expect(quarantine()).toEqual([]);
});

it('verifies a package that the Centre itself sent, and takes nothing of it in', async () => {
  const { materialId, regNo } = await received(world);
  await world.ask('consents.record', consentOf([materialId], 'UZ-01', { kind: 'body', codes: ['TJ-01'] }));
  const sealed = await world.ask('release.seal', orderOf(world, [materialId], 'TJ-01'));
  const verified = await verify(sealed.path);
  expect(verified).toMatchObject({ sha256: sealed.sha256, sender: 'CENTRE', recipient: 'TJ-01', items: [{ registrationNumber: regNo, copyNo: 3, files: [{ fileId: null }, { fileId: null }] }] });
  expect(quarantine()).toEqual([]);
});
