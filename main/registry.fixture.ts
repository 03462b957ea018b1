import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import type { Role } from '#app/access/roles.ts';
import { settableClock, type SettableClock } from './clock.ts';
import { madeOnce } from './made-once.fixture.ts';
import { createRegistry, type Registry } from './registry.ts';
import type { Printer } from './shell/port.ts';
import { lightKdf } from './vault/vault.ts';

/** Fictional: a registry in a temporary folder with one officer of each role, six States bound since 2026-04-09. */
export interface TestRegistry {
  readonly registry: Registry;
  readonly clock: SettableClock;
  readonly folder: string;
  /** Answers the value; throws with the codes when it is refused. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
  /** The codes of the refusals; empty when it was accepted. Input of any kind. */
  refused(method: string, input: unknown): Promise<readonly string[]>;
  as(role: Role): Promise<void>;
  end(): void;
}

const passphrase = 'fictional passphrase of a test';

interface TestOptions {
  readonly bodies?: readonly string[];
  readonly after?: (milliseconds: number, run: () => void) => () => void;
  readonly printer?: Printer;
}

/** The director is at work. */
export async function testRegistry({ bodies = ['UZ-01', 'TJ-01', 'KZ-01'], ...options }: TestOptions = {}): Promise<TestRegistry> {
  const made = await madeOnce(`registry-${bodies.join('-')}`, async (folder) => {
    const test = registryIn(folder, {});
    await settle(test, bodies);
    test.registry.close();
  });
  const folder = mkdtempSync(join(tmpdir(), 'grif-registry-'));
  cpSync(made, folder, { recursive: true });
  const test = registryIn(folder, options);
  await test.ask('session.unlock', { login: 'director', passphrase });
  return test;
}

function registryIn(folder: string, options: Omit<TestOptions, 'bodies'>): TestRegistry {
  const clock = settableClock('2026-05-14T09:00:00');
  const registry = createRegistry({
    clock, dataFolder: folder, workstation: 'WS-TEST', version: '0.0.0', assets: join(import.meta.dirname, '../assets'), kdf: lightKdf,
    ...(options.after === undefined ? {} : { after: options.after }), ...(options.printer === undefined ? {} : { printer: options.printer }),
  });
  const envelope = async <T>(method: string, input: unknown): Promise<Envelope<T>> => JSON.parse(await registry.call(method, JSON.stringify(input)));
  const test: TestRegistry = {
    registry, clock, folder,
    async ask(method, input) {
      const answer = await envelope<Answer<typeof method>>(method, input);
      if (!answer.ok) throw new Error(`${method}: ${answer.refusals.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join(', ')}`);
      return answer.value;
    },
    async refused(method, input) {
      const answer = await envelope(method, input);
      return answer.ok ? [] : answer.refusals.map(({ code }) => code);
    },
    async as(role) {
      await test.ask('session.lock', {});
      await test.ask('session.unlock', { login: role, passphrase });
    },
    end() {
      registry.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}

async function settle(test: TestRegistry, bodies: readonly string[]): Promise<void> {
  await test.ask('vault.create', { login: 'director', name: 'Д', passphrase, language: 'ru', ...testAppointment });
  for (const role of ['registrar', 'analyst', 'security', 'administrator'] as const) {
    const { officerId } = await test.ask('officers.enrol', { login: role, name: role, role, passphrase });
    if (role === 'registrar' || role === 'analyst') await test.ask('access.issue', testGrant(officerId));
  }
  for (const state of ['AZ', 'KZ', 'KG', 'RU', 'TJ', 'UZ'] as const) {
    for (const [kind, date] of [['signature', '2026-01-10'], ['notification', '2026-03-10']] as const) {
      await test.ask('reference.recordEvent', { kind, state, date, document: `test-${state}`, effectiveDate: null, note: '' });
    }
  }
  for (const code of bodies) await test.ask('reference.recordBody', testBody(code));
}

/** The order and certificate of a fictional director. */
export const testAppointment = { order: { number: '1', date: '2026-01-10' }, clearance: { issuer: 'fictional body', number: 'C-1', to: '2030-12-31' } } as const;

/** A grant of everything, or of the scope given. */
export const testGrant = (officerId: string, more: Partial<Input<'access.issue'>> = {}): Input<'access.issue'> => ({
  officerId, clearance: { issuer: 'fictional body', number: 'C-2', degree: 'UPPER', from: '2026-01-01', to: '2030-12-31' }, scope: { bodies: 'all', degree: 'UPPER' },
  from: '2026-01-01', to: '2030-12-31', document: { number: '2', date: '2026-01-11' }, ...more,
});

/** An authorised body with a courier channel for both degrees. */
export const testBody = (code: string): Input<'reference.recordBody'> => ({
  code, state: code.slice(0, 2) as 'UZ', kind: 'authorised', names: { ru: `Орган ${code}`, kk: `Орган ${code}`, en: `Body ${code}` }, listedFrom: '2026-02-01', listedTo: null,
  notifyingLetter: { number: '1', date: '2026-02-01', channel: 'diplomatic' }, channels: [{ name: 'courier', highest: 'UPPER', reference: 'agreed 1' }], successor: null, document: 'letter 1',
});

export const testPackage = (body: string, outerNumber: string): Input<'incoming.register'> => ({
  sender: { kind: 'listed', body }, outerNumber, channel: 'courier', courier: 'К-1', seals: 'intact', sealNumbers: '12', receivedAt: '2026-05-14T08:30:00', remarks: '', sealedHash: null,
});

export const testDraft = (packageId: string, more: Partial<Input<'materials.register'>> = {}): Input<'materials.register'> => ({
  packageId, senderNumber: '4/118', senderDate: '2026-05-12', basis: 'initiative', requestId: null,
  carrier: { kind: 'paper', number: '', copyNo: 2, copies: 2, sheets: 3, markingPlace: 'carrier' },
  asReceived: { marking: 'MAXFIY', code: 'B2', attributes: [], text: 'Sinov namunasi: shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi haqida maʼlumot.', language: 'uz' },
  degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: 'B2', sourceKind: 'official_body' }, restrictions: [], personalData: false, summary: '',
  attachments: [], supplementOf: null, ...more,
});
