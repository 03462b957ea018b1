import { afterEach, describe, expect, it } from 'vitest';
import { finish } from './steps.ts';
import { director, noteTaken, textsOf, trial, type Trial } from './vault.fixture.ts';

const trials: Trial[] = [];
const fresh = (): Trial => {
  const made = trial();
  trials.push(made);
  return made;
};
afterEach(() => {
  for (const one of trials.splice(0)) one.clean();
});

describe('a vault', () => {
  it('opens with the passphrase and shows again what was committed', async () => {
    const t = fresh();
    const vault = await t.create();
    expect(vault.identity).toMatchObject({ demonstration: false, officer: { login: director.login, role: 'director' } });
    const acts = vault.commit([noteTaken('первая')]);
    expect(acts.map(({ kind }) => kind)).toEqual(['holding.opened', 'note.taken']);
    expect(textsOf(vault)).toEqual(['первая']);
    vault.lock();
    const again = await t.unlock();
    expect(textsOf(again)).toEqual(['первая']);
    expect(finish(again.journal.verify()).broken).toBeUndefined();
    expect(finish(again.rebuild())).toEqual({ differences: [], lost: [] });
    again.lock();
  });
});
