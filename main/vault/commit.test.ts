import { afterEach, describe, expect, it } from 'vitest';
import type { HoldingName } from '#app/journal/act.ts';
import { openForTest } from './holding.fixture.ts';
import { VaultError, type OpenVault } from './vault.ts';
import { finish } from './steps.ts';
import type { HoldingProjection, RegistryProjection } from './projections/types.ts';
import type { Step } from './state.ts';
import { cleanTrials, director, holding, noteTaken, opened, textsOf, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const steps: readonly Step[] = ['prepared', 'records', 'projected', 'registry', 'heads', 'holdings', 'files'];
/** The acts stand from the registry's commit on. */
const stands = (step: Step): boolean => steps.indexOf(step) >= steps.indexOf('registry');
const other: HoldingName = 'KZ-01/UPPER';

function expectSound(vault: OpenVault): void {
  expect(finish(vault.journal.verify()).broken).toBeUndefined();
  expect(finish(vault.rebuild())).toEqual({ differences: [], lost: [] });
}

/** A vault whose commits are interrupted at `step` once `arm` was called. */
async function interruptible(t: Trial, run: (step: Step) => void) {
  let armed = false;
  (await t.create()).lock();
  const vault = await t.unlock(director, { at: (step) => { if (armed) run(step); } });
  return { vault, arm: (on: boolean) => { armed = on; } };
}

describe('a commit', () => {
  it.each(steps)('that throws at "%s" leaves all or nothing, and the vault goes on', async (step) => {
    const t = trial();
    const { vault, arm } = await interruptible(t, (at) => { if (at === step) throw new Error('stopped'); });
    vault.commit([noteTaken('до')]);
    arm(true);
    const attempt = () => vault.commit([noteTaken('две'), noteTaken('части', other), opened(1)]);
    if (stands(step)) attempt();
    else expect(attempt).toThrow('stopped');
    arm(false);
    expect(textsOf(vault)).toEqual(stands(step) ? ['до', 'две'] : ['до']);
    expect(textsOf(vault, other)).toEqual(stands(step) ? ['части'] : []);
    expect(vault.journal.count({ kind: 'drawer.opened' })).toBe(stands(step) ? 1 : 0);
    vault.commit([noteTaken('после'), noteTaken('там', other)]);
    expectSound(vault);
    vault.lock();
    const again = await t.unlock();
    expect(textsOf(again).at(-1)).toBe('после');
    expectSound(again);
    again.lock();
  });

  it('cut off by a crash at any step is found whole or not at all at the next opening', async () => {
    const t = trial();
    const images = new Map<Step, Trial>();
    const { vault, arm } = await interruptible(t, (step) => images.set(step, t.copy(`crash-${step}`)));
    vault.commit([noteTaken('до')]);
    arm(true);
    vault.commit([noteTaken('две'), noteTaken('части', other)]);
    arm(false);
    vault.lock();
    expect([...images.keys()]).toEqual(steps);
    for (const [step, image] of images) {
      const found = await image.unlock();
      expect(textsOf(found), step).toEqual(stands(step) ? ['до', 'две'] : ['до']);
      expect(textsOf(found, other), step).toEqual(stands(step) ? ['части'] : []);
      const [unlocked] = found.journal.page({ kind: 'session.unlocked' }, null, 1).acts;
      expect(unlocked?.open, step).toEqual({ journal: expect.any(String), header: expect.any(Object), ...(step === 'registry' ? { headCompleted: true } : {}) });
      // Contents of the act that never was are gone.
      expect(found.holding(holding)?.prepare('SELECT count(*) AS n FROM record').get(), step).toEqual({ n: stands(step) ? 2 : 1 });
      found.commit([noteTaken('дальше'), noteTaken('и там', other)]);
      expectSound(found);
      found.lock();
    }
  });

  it('is refused whole when a projection cannot show it', async () => {
    const t = trial();
    const picky: HoldingProjection = { name: 'picky', tables: [], schema: '', apply(_, act, held) { if (act.kind === 'note.taken' && JSON.stringify(held).includes('три')) throw new Error('cannot be shown'); } };
    const notes = t.surroundings.projections?.holdings ?? [];
    const registry = t.surroundings.projections?.registry ?? [];
    const vault = await t.create({ projections: { registry, holdings: [...notes, picky] } });
    vault.commit([noteTaken('до')]);
    expect(() => vault.commit([opened(1), noteTaken('три')])).toThrow('cannot be shown');
    expect(vault.journal.count({ kind: 'drawer.opened' })).toBe(0);
    expect(textsOf(vault)).toEqual(['до']);
    vault.lock();
  });

  it('whose fate the medium left open is decided by the next opening, and nothing is written in between', async () => {
    const t = trial();
    const registry = t.surroundings.projections?.registry ?? [];
    // As if the disk had failed while the registry was flushed.
    const failing: RegistryProjection = { name: 'failing', tables: [], schema: '', apply(_, act) { if (act.kind === 'clock.accepted') throw new VaultError('io', 'registry.db'); } };
    const vault = await t.create({ projections: { registry: [...registry, failing], holdings: t.surroundings.projections?.holdings ?? [] } });
    vault.commit([noteTaken('до')]);
    const fails = () => vault.commit([noteTaken('между'), { kind: 'clock.accepted', result: 'done', subject: null, open: {}, held: [] }]);
    expect(fails).toThrow(expect.objectContaining({ code: 'io' }));
    expect(() => vault.commit([opened(1)])).toThrow(expect.objectContaining({ code: 'io', place: 'registry.db' }));
    // What would belong to the act is still there, should the act turn out to stand.
    expect(vault.holding(holding)?.prepare('SELECT count(*) AS n FROM record').get()).toEqual({ n: 2 });
    expect(textsOf(vault)).toEqual(['до']);
    vault.lock();
    const again = await t.unlock();
    expect(textsOf(again)).toEqual(['до']);
    expect(again.holding(holding)?.prepare('SELECT count(*) AS n FROM record').get()).toEqual({ n: 1 });
    again.commit([noteTaken('после')]);
    expectSound(again);
    again.lock();
  });

  it('lets a holding catch up that lost its projection', async () => {
    const t = trial();
    let image: Trial | undefined;
    const { vault, arm } = await interruptible(t, (step) => { if (step === 'heads') image = t.copy(`image-${vault.journal.head()?.seq ?? 0}`); });
    vault.commit([noteTaken('до')]);
    arm(true);
    vault.commit([noteTaken('раз'), noteTaken('два')]);
    arm(false);
    vault.lock();
    const found = await image?.unlock();
    if (found === undefined) throw new Error('no image');
    expect(textsOf(found)).toEqual(['до', 'раз', 'два']);
    expect(found.holding(holding)?.prepare("SELECT count(*) AS n FROM note_text WHERE note_text MATCH 'раз'").get()).toEqual({ n: 1 });
    found.lock();
  });

  it('whose content is missing or altered is named as damage with its holding and act', async () => {
    const t = trial();
    const vault = await t.create();
    const [, act] = vault.commit([noteTaken('важное')]);
    vault.lock();
    for (const spoil of ['DELETE FROM record', "UPDATE record SET json = replace(json, 'важное', 'другое')"]) {
      const bad = t.copy(`bad${spoil.length}`);
      await openForTest(bad, holding, (db) => db.exec(spoil));
      const found = await bad.unlock();
      expect(finish(found.rebuild()).lost).toEqual([{ seq: act?.seq, holding }]);
      found.lock();
      const projections = { registry: t.surroundings.projections?.registry ?? [], holdings: (t.surroundings.projections?.holdings ?? []).map((one) => ({ ...one, version: 7 })) };
      const anew = await bad.unlock(director, { projections });
      expect(() => anew.holding(holding)).toThrow(expect.objectContaining({ code: 'damaged', place: `holding ${holding} act ${act?.seq ?? 0}`, stands: ['registry', 'journal', 'otherHoldings'] }));
      expect(anew.journal.head()).toBeDefined();
      anew.lock();
    }
  });

  it('of nothing writes nothing', async () => {
    const t = trial();
    const vault = await t.create();
    const head = vault.journal.head();
    expect(vault.commit([])).toEqual([]);
    expect(vault.journal.head()).toEqual(head);
    vault.lock();
  });
});
