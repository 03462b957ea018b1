import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entryOf, type Answer, type Envelope, type Input, type Method } from '#app/contract/index.ts';
import { settableClock, type SettableClock } from '../../clock.ts';
import { createRegistry, type Registry, type RegistryOptions } from '../../registry.ts';
import { testAppointment, testGrant } from '../../registry.fixture.ts';
import { madeOnce } from '../../made-once.fixture.ts';
import { lightKdf } from '../../vault/kdf.ts';
import { createSuite, hex } from '../../vault/suite.ts';

// Everything here is fictional: bodies, officers, numbers, places and texts are made up for tests.
/** In memory where there is such a place: the vault flushes each act to the disk, and these tests are not about disks. */
const temporary = process.env['GRIF_TEST_FOLDER'] ?? (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());
export const passphrase = 'вымышленная фраза для проверки 7';
const officers = { d: 'director', r: 'registrar' } as const;
export type Who = keyof typeof officers;

const suite = createSuite(randomBytes);
export const keysOf = (n: number) => ({ box: suite.boxKeysOf(new Uint8Array(32).fill(n)), sign: suite.signKeysOf(new Uint8Array(32).fill(n + 100)) });

const states = ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'UZ'] as const;
const authorised = ['AZ-01', 'KZ-01', 'KZ-02', 'KG-01', 'RU-01', 'TJ-01', 'UZ-01', 'TM-01'] as const;

export interface World {
  readonly folder: string;
  /** An empty folder for packages. */
  readonly medium: string;
  readonly clock: SettableClock;
  readonly registry: Registry;
  as(who: Who): Promise<void>;
  /** The answer; throws when refused, or when it is not of the contract's form. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
  /** Codes of a refusal; throws when it was not refused, or with a code that the contract does not list for the method. */
  refused<M extends Method>(method: M, input: Input<M>): Promise<readonly string[]>;
  close(): void;
}

function worldIn(folder: string, more: Partial<RegistryOptions>): World {
  const clock = settableClock('2026-05-10T09:00:00');
  const medium = join(folder, 'medium');
  mkdirSync(medium, { recursive: true });
  const registry = createRegistry({
    clock, workstation: 'АРМ-1', version: '0', dataFolder: join(folder, 'data'), kdf: lightKdf, assets: join(import.meta.dirname, '../../../assets'), after: () => () => {}, ...more,
  });
  const call = async <M extends Method>(method: M, input: Input<M>) => JSON.parse(await registry.call(method, JSON.stringify(input))) as Envelope<Answer<M>>;
  const world: World = {
    folder, medium, clock, registry,
    async as(who) {
      registry.lock();
      await world.ask('session.unlock', { login: who, passphrase });
    },
    async ask(method, input) {
      const envelope = await call(method, input);
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
      entryOf(method)?.answer.parse(envelope.value);
      return envelope.value;
    },
    async refused(method, input) {
      const envelope = await call(method, input);
      if (envelope.ok) throw new Error(`${method} was not refused: ${JSON.stringify(envelope.value).slice(0, 200)}`);
      const listed: readonly string[] = entryOf(method)?.refusals ?? [];
      const stray = envelope.refusals.find(({ code }) => !listed.includes(code) && !/^(input|session)\./.test(code));
      if (stray !== undefined) throw new Error(`${method} may not refuse with ${JSON.stringify(stray)}`);
      return envelope.refusals.map(({ code }) => code);
    },
    close() {
      registry.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

const names = (name: string) => ({ ru: name, kk: name, en: name });

async function settle(world: World): Promise<void> {
  await world.ask('vault.create', { login: 'd', name: 'Д. Условный', passphrase, language: 'ru', ...testAppointment });
  const { officerId } = await world.ask('officers.enrol', { login: 'r', name: 'сотрудник Р-1', role: 'registrar', passphrase });
  await world.ask('access.issue', testGrant(officerId));
  for (const state of states) {
    for (const [kind, date] of [['signature', '2024-01-10'], ['notification', '2025-01-10']] as const) {
      await world.ask('reference.recordEvent', { kind, state, date, document: `условный документ ${state}`, effectiveDate: null, note: '' });
    }
  }
  const bodies = [
    ...authorised.map((code) => ({ code, kind: 'authorised' as const, state: code.slice(0, 2) as 'KZ' })),
    { code: 'KZ-10', kind: 'competent' as const, state: 'KZ' as const },
    { code: 'OB-01', kind: 'observer' as const, state: null },
  ];
  for (const [index, { code, kind, state }] of bodies.entries()) {
    await world.ask('reference.recordBody', {
      code, state, kind, names: names(`Орган ${code}`), listedFrom: '2025-02-01', listedTo: code === 'KZ-02' ? '2026-05-31' : null, notifyingLetter: { number: '1/у', date: '2025-01-20', channel: 'дип. канал' },
      channels: [{ name: 'курьер', highest: 'UPPER', reference: '1/2025' }, { name: 'почта', highest: 'LOWER', reference: '2/2025' }], successor: null, document: 'письмо 1/у',
    });
    if (code === 'KG-01') continue;
    const keys = keysOf(index + 1);
    await world.ask('reference.recordBodyKeys', { body: code, keys: { box: hex(keys.box.publicKey), sign: hex(keys.sign.publicKey), document: 'акт сверки' }, second: { login: 'r', passphrase } });
  }
}

/** Keys of a body of this world. */
export const bodyKeys = (code: (typeof authorised)[number]) => keysOf(authorised.indexOf(code) + 1);

async function fill(folder: string): Promise<void> {
  const world = worldIn(folder, {});
  await settle(world);
  world.registry.close();
}

/** A vault of its own with director, registrar, bodies in six States in force, Turkmenistan outside, an observer; the registrar is at work. */
export async function newWorld(more: Partial<RegistryOptions> = {}): Promise<World> {
  const from = await madeOnce('exchange', fill);
  const folder = mkdtempSync(join(temporary, 'grif-exchange-'));
  cpSync(from, folder, { recursive: true });
  const world = worldIn(folder, more);
  await world.as('r');
  return world;
}

export const freshJob = (): string => Array.from(randomBytes(20), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');

export interface MaterialOptions {
  readonly body?: string;
  readonly number?: string;
  readonly degree?: 'LOWER' | 'UPPER';
  readonly marking?: string;
  readonly text?: string;
  readonly attachments?: Input<'materials.register'>['attachments'];
  readonly supplementOf?: string;
  readonly personalData?: boolean;
  readonly restrictions?: Input<'materials.register'>['restrictions'];
}

const stamps = { UZ: ['Maxfiy', 'Mutlaqo maxfiy'], TJ: ['Махфӣ', 'Комилан махфӣ'], RU: ['Секретно', 'Совершенно секретно'], KZ: ['Құпия', 'Өте құпия'] } as const;

/** Registers a package of a body and one material in it, S1 unless told otherwise. */
export async function received(world: Pick<World, 'clock' | 'ask'>, { body = 'UZ-01', number = '4/118', degree = 'LOWER', marking, text = 'Sinov namunasi: shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi.', attachments = [], supplementOf, restrictions = [], personalData = false }: MaterialOptions = {}) {
  const at = world.clock.now();
  const { packageId } = await world.ask('incoming.register', {
    sender: { kind: 'listed', body }, outerNumber: `П-${number}`, channel: 'курьер', courier: 'К-1', seals: 'intact', sealNumbers: '', receivedAt: at, remarks: '', sealedHash: null,
  });
  const stamp = stamps[body.slice(0, 2) as keyof typeof stamps] ?? stamps.RU;
  return world.ask('materials.register', {
    packageId, senderNumber: number, senderDate: at.slice(0, 10), basis: 'initiative', requestId: null,
    carrier: { kind: 'paper', number: '', copyNo: 2, copies: 2, sheets: 3, markingPlace: 'carrier' },
    asReceived: { marking: marking ?? stamp[degree === 'UPPER' ? 1 : 0], code: 'B2', attributes: [{ name: 'Manba', value: 'rasmiy organ;\noʻzbekcha' }], text, language: 'uz' },
    degree, higherReason: '', markingReadAs: null, evaluation: { typed: 'B2', sourceKind: 'official_body' }, restrictions, personalData, summary: '', attachments,
    supplementOf: supplementOf ?? null,
  });
}

export const consentOf = (materialIds: string[], grantor: string, scope: Input<'consents.record'>['scope'], more: Partial<Input<'consents.record'>> = {}): Input<'consents.record'> => ({
  materialIds, grantor, scope, purpose: 'проверка условных сведений', number: '09-44', date: '2026-05-10', signatory: 'начальник', carrier: 'бумага, 1 л.', conditions: '', conditionsMet: true,
  validFrom: null, validTo: null, ...more,
});

/** The same order, checked by the director at the registrar's desk (R13.1). */
export const byTwo = (order: Input<'release.seal'>, second: Partial<Input<'release.sealByTwo'>['second']> = {}): Input<'release.sealByTwo'> => ({ ...order, second: { login: 'd', passphrase, ...second } });

/** The director's decision on one package, dated as the vault begins. */
export const approvalOf = (materialIds: string[], recipient: string, number: string, more: Partial<Input<'release.approve'>> = {}): Input<'release.approve'> => ({
  materialIds, recipient, purpose: 'проверка условных сведений', decision: { number, date: '2026-05-10' }, validTo: null, ...more,
});

export const orderOf = (world: Pick<World, 'medium'>, materialIds: string[], recipient: string, more: Partial<Input<'release.seal'>> = {}): Input<'release.seal'> => ({
  jobId: freshJob(), materialIds, recipient, purpose: 'проверка условных сведений', channel: 'курьер', folder: world.medium, allowVaultDisk: true, language: 'ru', ...more,
});

/** The decision on one pair, by the codes that stand against it. */
export async function decided(world: World, materialId: string, recipient: string, more: Partial<Input<'release.decide'>> = {}) {
  const { decisions } = await world.ask('release.decide', { materialIds: [materialId], recipients: [recipient], purpose: 'проверка условных сведений', channel: 'курьер', on: null, ...more });
  const [one] = decisions;
  if (one === undefined) throw new Error('no decision');
  return { ...one, codes: one.refusals.map(({ code }) => code) };
}
