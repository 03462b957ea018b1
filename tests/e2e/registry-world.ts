import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import { contract } from '#app/contract/index.ts';
import { settableClock, type SettableClock } from '#main/clock.ts';
import { testAppointment, testGrant } from '#main/registry.fixture.ts';
import { lightKdf } from '#main/vault/kdf.ts';
import { expect, start, type Started } from './fixture.ts';

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

/** A program with a vault of the scenarios' world, locked; the registrar `r1` and the director `director` open it with `passphrase`. */
export async function startWorld(now = '2026-05-14T14:32:10'): Promise<World> {
  const clock = settableClock('2026-04-20T09:00:00');
  const started = await start({ clock, kdf: lightKdf });
  const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Answer<M>> => {
    const envelope = JSON.parse(await started.program.registry.call(method, JSON.stringify(input))) as Envelope<Answer<M>>;
    if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
    return envelope.value;
  };
  await ask('vault.create', { login: 'director', name: 'Д', passphrase, language: 'ru', ...testAppointment });
  const { officerId } = await ask('officers.enrol', { login: 'r1', name: 'сотрудник Р-1', role: 'registrar', passphrase });
  await ask('access.issue', testGrant(officerId));
  for (const { code, events } of base.states) {
    for (const each of events) await ask('reference.recordEvent', { ...each, state: contract.reference.recordEvent.input.shape.state.parse(code) });
  }
  for (const body of base.bodies) await ask('reference.recordBody', body);
  await ask('session.lock', {});
  clock.set(now);
  return { ...started, clock, ask };
}

/** Unlocks in the window, by keyboard; the login is the only choice before the passphrase. */
export async function unlock(world: World, login = 'r1'): Promise<Page> {
  const page = world.page();
  await page.reload();
  const field = page.getByRole('combobox').or(page.getByRole('textbox')).first();
  await expect(field).toBeVisible();
  await world.ask('session.unlock', { login, passphrase });
  await page.reload();
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
export async function registerS1({ ask, clock }: World) {
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
