import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settableClock } from '../clock.ts';
import { createRegistry, type Registry } from '../registry.ts';
import { demonstrationOfficers, demonstrationPassphrase } from './demonstration.ts';
import { fillDemonstration } from './fill-demonstration.ts';
import { sittingAt } from './sitting.ts';

const assets = resolve(import.meta.dirname, '../../assets');
let folder = '';
let registry: Registry;
const stages: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grif-demonstration-'));
  registry = createRegistry({
    clock: settableClock('2026-11-22T09:00:00'), workstation: 'TEST', version: '0', assets, dataFolder: folder, fillDemonstration: fillDemonstration({ assets, version: '0' }),
  });
  registry.onSignal((event, json) => { if (event === 'job') stages.push(JSON.parse(json).stage); });
});
afterEach(() => {
  registry.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the demonstration vault is made whole, says what it is, and opens for each of its officers', async () => {
  const sitting = sittingAt(registry, demonstrationPassphrase);
  expect(await sitting.call('vault.openDemonstration', {})).toEqual({ ok: true, value: { logins: demonstrationOfficers(), passphrase: demonstrationPassphrase } });
  expect(new Set(stages)).toEqual(new Set(['demonstration']));
  expect(readdirSync(folder)).toEqual(['demonstration']);
  for (const { login, role, name } of demonstrationOfficers()) {
    expect(await sitting.seat(login)).toMatchObject({ ok: true, value: { officer: { login, role, name } } });
    expect(await sitting.call('session.status', {})).toMatchObject({ ok: true, value: { demonstration: true, clockSetBack: null } });
  }
  await sitting.seat('director');
  const desk = await sitting.call('desk.summary', {});
  expect(desk).toMatchObject({ ok: true, value: { openIncidents: 2, receiptsOutstanding: 1, awaitingJustification: 1, packagesWithoutMaterials: 1 } });
  expect(await sitting.call('vault.check', {})).toMatchObject({ ok: true, value: { broken: null, differences: [], lost: [] } });
  // Asked again it is chosen, not made anew.
  await sitting.seat(null);
  const before = stages.length;
  expect((await sitting.call('vault.openDemonstration', {})).ok).toBe(true);
  expect(stages.length).toBe(before);
});

test('it never lies half made under its name', async () => {
  const cancelled = new AbortController();
  const filling = fillDemonstration({ assets, version: '0' })(join(folder, 'half'), {
    signal: cancelled.signal, progress: (_, done) => { if (done === 5) cancelled.abort(); },
  });
  await expect(filling).rejects.toThrow('aborted');
  expect(existsSync(join(folder, 'demonstration'))).toBe(false);
});
