import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Parsed } from '#app/contract/index.ts';
import { settableClock } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { Refused } from '../../refused.ts';
import { names, put, shelves, sortedIds, type Shelf } from '../../vault/queries/material-shelves.fixture.ts';
import { createSuite } from '../../vault/suite.ts';
import { page } from './page.ts';

const oldestFirst = { by: 'registeredAt', direction: 'ascending' } as const;
const asked = (more: Partial<Parsed<'materials.page'>> = {}): Parsed<'materials.page'> => ({ filter: {}, sort: oldestFirst, cursor: null, limit: 20, ...more });

/** An officer who has the keys of some holdings only: the others are named in the vault and cannot be opened. */
const { seal, open: unseal } = createSuite((length) => randomBytes(length));
const key = new Uint8Array(32);
const derive = () => ({ seal: (plain: Uint8Array) => seal(key, plain), open: (sealed: Uint8Array) => unseal(key, sealed) });
const officerWith = (open: readonly Shelf[]): Context => ({ clock: settableClock('2026-05-20T09:00:00'), vault: { derive, identity: { officer: { role: 'registrar' } }, holdings: () => [...names], holding: (name: string) => open.find((one) => one.name === name)?.db } }) as unknown as Context;

async function filled() {
  const on = shelves();
  const kept = Array.from({ length: 300 }, (_, n) => put(on, { holding: n % names.length, day: 1 + (n % 28), number: String(n), source: 'A', text: 'most' }, n));
  return { on, kept };
}

describe('a page of materials by its place', () => {
  it('counts the whole list, and goes on by the same cursors', async () => {
    const { on, kept } = await filled();
    const whole = sortedIds(kept, oldestFirst);
    const middle = await page(asked({ skip: 150 }), officerWith(on));
    expect(middle.total).toBe(300);
    expect(middle.rows.map(({ id }) => id)).toEqual(whole.slice(150, 170));
    const next = await page(asked({ cursor: middle.next }), officerWith(on));
    expect(next.total).toBeNull();
    expect(next.rows.map(({ id }) => id)).toEqual(whole.slice(170, 190));
    const far = await page(asked({ cursor: middle.next, skip: 115 }), officerWith(on));
    expect(far.rows.map(({ id }) => id)).toEqual(whole.slice(285));
    expect(far.next).toBeNull();
    expect(await page(asked({ skip: 4000 }), officerWith(on))).toEqual({ rows: [], next: null, total: 300 });
  });
  it('counts and passes over nothing in a holding whose key the officer lacks (R7.9)', async () => {
    const { on, kept } = await filled();
    const own = on.filter(({ name }) => name.endsWith('/LOWER'));
    const mine = sortedIds(kept.filter((_, n) => names[n % names.length]?.endsWith('/LOWER') === true), oldestFirst);
    for (const skip of [0, 1, 60, 99, 150, 179, 180]) {
      const { rows, total } = await page(asked({ skip, limit: 50 }), officerWith(own));
      expect(total).toBe(180);
      expect(rows.map(({ id }) => id)).toEqual(mine.slice(skip, skip + 50));
    }
    expect(await page(asked({ skip: 3 }), officerWith([]))).toEqual({ rows: [], next: null, total: 0 });
  });
  it('refuses a cursor of another sort, wherever it should lead', async () => {
    const { on } = await filled();
    const { next } = await page(asked(), officerWith(on));
    expect(() => page(asked({ sort: { by: 'degree', direction: 'ascending' }, cursor: next, skip: 5 }), officerWith(on))).toThrow(Refused);
  });
});
