import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReadableDb } from '../../vault/store.ts';
import { unlockVault } from '../../vault/vault.ts';
import { breachOf } from '../incidents/breach.fixture.ts';
import { newWorld, passphrase, received, type World } from '../exchange/world.fixture.ts';

// Fictional throughout.
let world: World;
beforeEach(async () => {
  world = await newWorld();
  await world.as('d');
  await world.ask('officers.enrol', { login: 's', name: 'сотрудник З-1', role: 'security', passphrase });
});
afterEach(() => world.close());

const as = async (login: string): Promise<void> => {
  world.registry.lock();
  await world.ask('session.unlock', { login, passphrase });
};
const day = (): string => world.clock.now().slice(0, 10);
const dayFrom = (days: number): string => new Date(Date.parse(`${day()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const check = () => ({ kind: 'premises' as const, object: 'помещение 12', date: day(), result: 'passed' as const, remarks: '', nextDue: dayFrom(10), document: { number: 'А-1', date: day() } });
const certificate = (to: string) => ({ kind: 'program' as const, tool: 'Grif', number: 'С-1', issuer: 'вымышленный орган', from: dayFrom(-30), to });
const officerId = async (login: string): Promise<string> => (await world.ask('access.list', {})).officials.find(({ officer }) => officer.login === login)?.officer.id ?? '';

it('a check is recorded by who answers for it, and is due, then overdue, until a later one of the same object (R12.4)', async () => {
  await world.ask('checks.record', check());
  expect(await world.ask('checks.due', {})).toEqual({ overdue: 0, due: 1, certifiedTo: null, certified: true });
  world.clock.set(`${dayFrom(11)}T09:00:00`);
  expect(await world.ask('checks.due', {})).toMatchObject({ overdue: 1, due: 0 });
  await world.ask('checks.record', { ...check(), nextDue: dayFrom(100) });
  expect(await world.ask('checks.due', {})).toMatchObject({ overdue: 0, due: 0 });
  expect((await world.ask('checks.list', {})).checks.map(({ state, recordedBy }) => [state, recordedBy])).toEqual([['later', 'Д. Условный'], [null, 'Д. Условный']]);
  expect(await world.refused('checks.record', { ...check(), result: 'failed' })).toEqual(['check.remarksMissing']);
  await world.as('r');
  expect(await world.refused('checks.record', check())).toEqual(['session.roleNotEntitled']);
  // Of what is due he is told nothing, but of the program's certificate.
  expect(await world.ask('checks.due', {})).toEqual({ overdue: 0, due: 0, certifiedTo: null, certified: true });
});

it('an official\'s check tells date, kind and code to the director and the security officer, and stands in no store that a registrar opens (R12.3)', async () => {
  const id = await officerId('r');
  await world.as('r');
  await received(world);
  await world.as('d');
  const staff = { officerId: id, kind: 'periodic' as const, technicalMeans: true, date: day(), code: 'ЖЕЛТОКОД-5', nextDue: dayFrom(365) };
  await world.ask('checks.recordStaff', staff);
  expect(await world.refused('checks.recordStaff', { ...staff, officerId: 'a'.repeat(20) })).toEqual(['officer.notFound']);
  expect(await world.refused('checks.recordStaff', { ...staff, nextDue: day() })).toEqual(['check.nextNotLater']);
  await as('s');
  expect((await world.ask('checks.list', {})).staff).toMatchObject([{ officerId: id, code: 'ЖЕЛТОКОД-5', technicalMeans: true, state: 'later' }]);
  world.registry.lock();
  const vault = await unlockVault(join(world.folder, 'data/vault'), { login: 'r', passphrase, clock: world.clock, random: randomBytes, workstation: 'АРМ-1' });
  try {
    const stores: readonly ReadableDb[] = [vault.registry, ...vault.holdings().flatMap((name) => vault.holding(name) ?? [])];
    expect(stores.length).toBeGreaterThan(1);
    for (const db of stores) {
      for (const { name } of db.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'").all()) {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
        expect(rows.some((row) => Object.values(row).some((value) => Buffer.from(value instanceof Uint8Array ? value : String(value)).includes('ЖЕЛТОКОД'))), name).toBe(false);
      }
    }
  } finally {
    vault.lock();
  }
});

it('the program whose certificate has expired only reads, until a new one is recorded; a breach and protection do not wait (R10.3)', async () => {
  await world.ask('checks.recordCertificate', certificate(dayFrom(5)));
  expect(await world.refused('checks.recordCertificate', certificate(dayFrom(-31)))).toEqual(['check.periodEmpty']);
  await world.as('r');
  const before = await received(world);
  world.clock.set(`${dayFrom(6)}T09:00:00`);
  expect(await world.ask('checks.due', {})).toMatchObject({ certified: false });
  expect(await world.refused('notices.cancel', { noticeId: 'a'.repeat(20), reason: 'не нужно' })).toEqual(['session.certificateExpired']);
  expect((await world.ask('materials.card', { materialId: before.materialId })).row.regNo).toBe(before.regNo);
  // A breach is opened and its letters go out all the same (Art. 14).
  await breachOf(world, [before.materialId]);
  const { rows } = await world.ask('notices.page', { status: 'draft', kind: 'breach', cursor: null, limit: 10 });
  await world.ask('notices.issue', { noticeId: rows[0]?.id ?? '' });
  await world.as('d');
  expect(await world.refused('checks.record', check())).toEqual(['session.certificateExpired']);
  expect(await world.refused('access.revoke', { grantId: 'a'.repeat(20), reason: 'утрата', document: { number: '1', date: day() } })).toEqual(['grant.notFound']);
  await world.ask('checks.recordCertificate', certificate(dayFrom(300)));
  await world.ask('checks.record', check());
});

it('who answers for information security is appointed by the director, never one who registers, and for a time (R12.6)', async () => {
  const order = { officerId: await officerId('s'), powers: 'надзор за средствами', from: day(), to: dayFrom(30), document: { number: 'П-1', date: day() } };
  expect(await world.refused('checks.appoint', { ...order, officerId: await officerId('r') })).toEqual(['responsible.unfit']);
  const { appointmentId } = await world.ask('checks.appoint', order);
  expect((await world.ask('checks.list', {})).responsible).toMatchObject([{ name: 'сотрудник З-1', inOffice: true, powers: 'надзор за средствами' }]);
  await as('s');
  expect(await world.refused('checks.endAppointment', { appointmentId, reason: 'сам' })).toEqual(['session.roleNotEntitled']);
  await world.as('d');
  await world.ask('checks.endAppointment', { appointmentId, reason: 'перевод' });
  expect(await world.refused('checks.endAppointment', { appointmentId, reason: 'ещё раз' })).toEqual(['responsible.notFound']);
  expect((await world.ask('checks.list', {})).responsible).toMatchObject([{ inOffice: false, ended: 'перевод' }]);
});
