import { testDraft, testGrant, testPackage, testRegistry, type TestRegistry } from './registry.fixture.ts';

// Fictional. Two registries that differ only in what holdings hold that one officer's grant does not cover.
export const passphrase = 'fictional passphrase of a test';
const own = 'Sinov namunasi: shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi 01 A 123 BC haqida maʼlumot. Manba: rasmiy organ.';
export const foreign = 'Вымышленно: через условный пост «Октепа» прошла грузовая машина 01 A 123 BC, водитель вымышленный Желтоклювов.';

export interface World {
  readonly test: TestRegistry;
  readonly ownId: string;
  /** Of a foreign material; in the world without any, an id that nothing has. */
  readonly foreignId: string;
  readonly foreignPackage: string;
  readonly foreignNotice: string;
  readonly foreignIncident: string;
  readonly foreignRequest: string;
}

/** Officers whose grant covers the lower degree of UZ-01 and nothing else. */
export const narrowLogins = { registrar: 'narrow', analyst: 'narrow-analyst' } as const;

export async function world(withForeign: boolean): Promise<World> {
  const test = await testRegistry();
  for (const [role, login] of Object.entries(narrowLogins) as ['registrar', string][]) {
    const { officerId } = await test.ask('officers.enrol', { login, name: `сотрудник с узким допуском ${login}`, role, passphrase });
    await test.ask('access.issue', testGrant(officerId, { scope: { bodies: ['UZ-01'], degree: 'LOWER' } }));
  }
  await test.as('registrar');
  const received = async (body: string, number: string, more: Partial<ReturnType<typeof testDraft>>, text: string) => {
    const { packageId } = await test.ask('incoming.register', testPackage(body, number));
    const draft = testDraft(packageId, { senderNumber: number, ...more });
    const { materialId } = await test.ask('materials.register', { ...draft, asReceived: { ...draft.asReceived, text } });
    return { packageId, materialId };
  };
  // Its outside is in the lower holding of its sender, and known to him in both; what lay in it in one of them is not.
  const { packageId: sealedPackage } = await test.ask('incoming.register', testPackage('UZ-01', '4/900'));
  const { materialId: ownId } = await received('UZ-01', '4/118', {}, own);
  let known = { foreignId: 'z'.repeat(20), foreignPackage: 'y'.repeat(20), foreignNotice: 'x'.repeat(20), foreignIncident: 'w'.repeat(20), foreignRequest: 'v'.repeat(20) };
  if (withForeign) {
    const kz = await received('KZ-01', '7/1', { asReceived: { ...testDraft('').asReceived, marking: 'ҚҰПИЯ', language: 'ru' }, degree: 'LOWER' }, foreign);
    const draft = testDraft(sealedPackage, { senderNumber: '4/900', degree: 'UPPER', higherReason: 'вымышлено' });
    const upper = await test.ask('materials.register', { ...draft, asReceived: { ...draft.asReceived, text: foreign } });
    await test.ask('links.decide', { materialId: kz.materialId, otherId: upper.materialId, decision: 'similar', reason: 'вымышлено' });
    await test.ask('materials.annotate', { materialId: kz.materialId, text: 'вымышленная пометка' });
    await test.ask('materials.card', { materialId: kz.materialId });
    const { requestId } = await test.ask('requests.record', { kind: 'oneOff', from: 'KZ-01', number: '7/2', date: '2026-05-14', topic: foreign, personalData: false, justification: '', validTo: null });
    const { incidentId } = await test.ask('incidents.open', { kind: 'loss', object: 'both', origin: 'centre', discoveredAt: '2026-05-14T08:00:00', facts: foreign, measures: '', materialIds: [upper.materialId] });
    const { rows: [notice] } = await test.ask('notices.page', { status: null, kind: 'similar', cursor: null, limit: 10 });
    known = { foreignId: kz.materialId, foreignPackage: kz.packageId, foreignNotice: notice?.id ?? '', foreignIncident: incidentId, foreignRequest: requestId };
  }
  await test.ask('session.lock', {});
  await test.ask('session.unlock', { login: 'narrow', passphrase });
  return { test, ownId, ...known };
}

/** What chance makes different in two registries that are otherwise equal: ids, codes of carriers, digests, sealed bytes. Lists in no order. */
export function likened(value: unknown): unknown {
  if (typeof value === 'string') {
    if (/^[a-z2-7]{20}$/.test(value)) return 'id';
    if (/^[0-9a-f]{64}$/.test(value)) return 'digest';
    return value.length > 200 ? 'long' : value;
  }
  if (Array.isArray(value)) return value.map(likened).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'carrierCode' || (key === 'code' && typeof part === 'string' && /\d{9}/.test(part)) ? 'code' : likened(part)]));
}

export const answered = async ({ test }: World, method: string, input: unknown): Promise<unknown> => likened(JSON.parse(await test.registry.call(method, JSON.stringify(input))));

