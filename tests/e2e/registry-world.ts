import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import { contract } from '#app/contract/index.ts';
import { settableClock, type SettableClock } from '#main/clock.ts';
import { testAppointment, testGrant } from '#main/registry.fixture.ts';
import { madeOnce } from '#main/made-once.fixture.ts';
import { createRegistry, type Registry } from '#main/registry.ts';
import { lightKdf } from '#main/vault/kdf.ts';
import { assets, expect, start, version, workstation, type Started } from './fixture.ts';

// The States, bodies and officers of assets/scenarios/base.json: fictional, every one of them.
export const passphrase = 'вымышленная фраза для проверки 7';
const event = contract.reference.recordEvent.input.omit({ state: true });
const base = z.object({
  states: z.array(z.object({ code: z.string(), events: z.array(event) })),
  bodies: z.array(contract.reference.recordBody.input),
}).parse(JSON.parse(readFileSync(resolve(import.meta.dirname, '../../assets/scenarios/base.json'), 'utf8')));

export interface World extends Started {
  readonly clock: SettableClock;
  /** Asks main past the window; throws when refused. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
}

/** What stands behind the window. */
export type Hidden = Pick<World, 'ask' | 'clock'>;

/** Asks a registry past any window. */
const askOf = (registry: Pick<Registry, 'call'>): World['ask'] => async <M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> => {
  const envelope = JSON.parse(await registry.call(method, JSON.stringify(input))) as Envelope<Answer<M>>;
  if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
  return envelope.value;
};

/**
 * A program with a vault of the scenarios' world, locked; the registrar `r1` and the director `director` open it with `passphrase`. `kind` names
 * what `more` adds to it while the director is at work: the vault of a kind is made once in a run and copied.
 */
export async function startWorld(now = '2026-05-14T14:32:10', kind = 'plain', more?: (world: Hidden) => Promise<void>): Promise<World> {
  const made = await madeOnce(`world-${kind}`, async (folder) => {
    const clock = settableClock('2026-04-20T09:00:00');
    const registry = createRegistry({ dataFolder: folder, clock, workstation, assets, version, kdf: lightKdf });
    const ask = askOf(registry);
    await fill(ask);
    await more?.({ ask, clock });
    registry.close();
  });
  const clock = settableClock(now);
  const started = await start({ clock, kdf: lightKdf, from: made });
  return { ...started, clock, ask: askOf(started.program.registry) };
}

/** The same with S1 registered, and a security officer `bezop` for whatever takes two. */
export const startGuarded = (now = '2026-05-14T14:32:10'): Promise<World> => startWorld(now, 'guarded', async ({ ask, clock }) => {
  await ask('session.lock', {});
  clock.set(now);
  await ask('session.unlock', { login: 'r1', passphrase });
  await registerS1({ ask, clock });
  await ask('session.lock', {});
  await ask('session.unlock', { login: 'director', passphrase });
  await ask('officers.enrol', { login: 'bezop', name: 'ответственный Б-1', role: 'security', passphrase });
});

async function fill(ask: World['ask']): Promise<void> {
  await ask('vault.create', { login: 'director', name: 'Д', passphrase, language: 'ru', ...testAppointment });
  const { officerId } = await ask('officers.enrol', { login: 'r1', name: 'сотрудник Р-1', role: 'registrar', passphrase });
  await ask('access.issue', testGrant(officerId));
  for (const { code, events } of base.states) {
    for (const each of events) await ask('reference.recordEvent', { ...each, state: contract.reference.recordEvent.input.shape.state.parse(code) });
  }
  for (const body of base.bodies) await ask('reference.recordBody', body);
}

/** Opens the vault past the door, and shows it in the window. */
export async function unlock(world: World, login = 'r1'): Promise<Page> {
  await world.ask('session.unlock', { login, passphrase });
  await world.shell.reload();
  const page = world.page();
  await expect(page.getByRole('main')).toBeVisible();
  return page;
}

/** Goes to a screen by the command palette, as an officer at the keyboard does. */
export async function openScreen(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Палитра команд' })).toBeFocused();
  await page.keyboard.type(title.toLowerCase());
  await expect(page.locator('[data-selected]').filter({ hasText: title })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main', { name: title })).toBeVisible();
}

/** S1 of the scenarios, registered past the window. */
export async function registerS1({ ask, clock }: Hidden) {
  const { packageId } = await ask('incoming.register', {
    sender: { kind: 'listed', body: 'UZ-01' }, outerNumber: 'П-77', channel: 'курьер', courier: 'фельдъегерь Ф-3', seals: 'intact', sealNumbers: '', receivedAt: clock.now(), remarks: '', sealedHash: null,
  });
  return ask('materials.register', {
    packageId, senderNumber: '4/118', senderDate: '2026-05-12', basis: 'initiative', requestId: null,
    carrier: { kind: 'paper', number: '', copyNo: 2, copies: 3, sheets: 3, markingPlace: 'carrier' },
    asReceived: { marking: 'MAXFIY', code: 'B2', attributes: [], text: s1Text, language: 'uz' },
    degree: 'LOWER', higherReason: '', markingReadAs: null, evaluation: { typed: 'B2', sourceKind: 'official_body' }, restrictions: [], personalData: false, summary: '', attachments: [], supplementOf: null,
  });
}

export const s1Text = 'Sinov namunasi: shartli „Oqtepa“ posti orqali oʻtgan yuk mashinasi haqida maʼlumot. Manba: rasmiy organ.';
export const s2Text = 'Намунаи санҷишӣ: мошини боркаш аз гузаргоҳи шартии „Оқтеппа“ гузаштааст, рақамаш номаълум.';
