import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../contract/client.ts';
import type { Page } from './columns.ts';
import { makeLoader, restFor } from './loader.ts';
import { rowAt, type Ask, type View } from './pages.ts';

const view = (first: number): View => ({ first, last: first + 20 });

/** A list of 100 000 fictional rows, a clock that is set by hand and answers that come when they are let go. */
function trial(anywhere = true, total = 100_000) {
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const asks: Ask[] = [];
  const waiting: (() => void)[] = [];
  const loader = makeLoader<number>({
    anywhere, view: { first: 0, last: 0 },
    later: (milliseconds, work) => {
      const timer = { at: now + milliseconds, work };
      timers.push(timer);
      return () => { timers = timers.filter((one) => one !== timer); };
    },
  });
  const load = (ask: Ask): Promise<Result<Page<number>>> => {
    asks.push(ask);
    const from = ask.cursor === null ? ask.start : Number(ask.cursor);
    const to = Math.min(from + ask.limit, total);
    const value = { rows: Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n), next: to < total ? String(to) : null, total };
    return new Promise((resolve) => { waiting.push(() => resolve({ ok: true, value })); });
  };
  return {
    loader, asks, load,
    pass(milliseconds: number): void {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { work } of due) work();
    },
    async answer(): Promise<void> {
      waiting.shift()?.();
      for (let n = 0; n < 4; n += 1) await Promise.resolve();
    },
    waiting: () => waiting.length,
  };
}

async function opened(anywhere = true) {
  const t = trial(anywhere);
  t.loader.ask('q', t.load);
  await t.answer();
  t.loader.want(view(0));
  t.asks.length = 0;
  return t;
}

describe('loading while one scrolls', () => {
  it('asks only for the place where a drag comes to rest', async () => {
    const t = await opened();
    for (let first = 0; first <= 50_000; first += 500) {
      t.loader.want(view(first));
      t.pass(16);
    }
    expect(t.asks).toEqual([]);
    t.pass(restFor);
    expect(t.asks).toHaveLength(1);
    await t.answer();
    expect(rowAt(t.loader.state().pages, 50_000)).toBe(50_000);
    t.pass(1000);
    expect(t.asks).toHaveLength(1);
  });
  it('asks for nothing when a drag comes past what was loaded before', async () => {
    const t = await opened();
    t.loader.want(view(50_000));
    t.pass(restFor);
    await t.answer();
    t.loader.want(view(0));
    t.pass(restFor);
    t.asks.length = 0;
    for (const first of [20_000, 49_920, 50_050, 50_110, 60_000]) {
      t.loader.want(view(first));
      t.pass(16);
    }
    expect(t.asks).toEqual([]);
  });
  it('asks while a drag is slow, and not while it is quick', async () => {
    const t = await opened();
    t.loader.want(view(30_000));
    for (let n = 1; n <= 8; n += 1) {
      t.pass(16);
      t.loader.want(view(30_000 + n));
    }
    expect(t.asks).toHaveLength(1);
  });
  it('asks at once for what continues the rows in view', async () => {
    const t = await opened();
    for (let first = 0; first <= 70; first += 10) t.loader.want(view(first));
    expect(t.asks.map(({ cursor }) => cursor)).toEqual(['100']);
  });
  it('has one question under way at a time, and takes its answer though the view has moved on', async () => {
    const t = await opened();
    t.loader.want(view(40_000));
    t.pass(restFor);
    t.loader.want(view(80_000));
    t.pass(restFor);
    expect(t.asks).toHaveLength(1);
    await t.answer();
    expect(rowAt(t.loader.state().pages, 40_000)).toBe(40_000);
    expect(t.asks).toHaveLength(2);
  });
  it('asks nothing before there is a question, and one question once', async () => {
    const t = trial();
    t.loader.want(view(0));
    t.loader.again();
    t.pass(1000);
    expect(t.asks).toEqual([]);
    t.loader.ask('q', t.load);
    await t.answer();
    t.loader.want(view(0));
    t.pass(1000);
    expect(t.asks).toHaveLength(1);
  });
  it('after a change asks only for what is in view, and keeps the rows in sight until the answer', async () => {
    const t = await opened();
    t.loader.want(view(60_000));
    t.pass(restFor);
    await t.answer();
    t.asks.length = 0;
    t.loader.again();
    expect(t.loader.state()).toMatchObject({ stale: true });
    expect(rowAt(t.loader.state().pages, 60_000)).toBe(60_000);
    await t.answer();
    expect(t.asks).toHaveLength(1);
    expect(t.loader.state().stale).toBe(false);
    expect(t.loader.state().pages.runs).toHaveLength(1);
  });
  it('walks a list that has no places as far as it was in view before it shows it anew', async () => {
    const t = await opened(false);
    t.loader.want(view(140));
    t.pass(restFor);
    await t.answer();
    expect(rowAt(t.loader.state().pages, 150)).toBe(150);
    t.loader.again();
    await t.answer();
    expect(rowAt(t.loader.state().pages, 150)).toBe(150);
    await t.answer();
    expect(t.loader.state().stale).toBe(false);
    expect(rowAt(t.loader.state().pages, 150)).toBe(150);
  });
  it('drops what answers an older question or nobody', async () => {
    const t = trial();
    t.loader.ask('old', t.load);
    t.loader.ask('new', t.load);
    await t.answer();
    expect(t.loader.state()).toMatchObject({ stale: true, question: 'new' });
    t.loader.leave();
    await t.answer();
    expect(t.loader.state().pages.begun).toBe(false);
  });
  it('stops at a refusal or a fault until it is asked again', async () => {
    const t = trial();
    t.loader.ask('q', () => Promise.reject(new Error('fictional fault')));
    await t.answer();
    expect(t.loader.state().fault?.message).toBe('fictional fault');
    t.loader.ask('q', () => Promise.resolve({ ok: false, refusals: [{ code: 'search.badCursor', articles: [], params: {} }] }) as unknown as Promise<Result<Page<number>>>);
    await t.answer();
    expect(t.loader.state()).toMatchObject({ stale: false, fault: undefined });
    expect(t.loader.state().refusals).toHaveLength(1);
    t.loader.want(view(500));
    t.pass(1000);
    t.loader.ask('q', t.load);
    await t.answer();
    expect(t.loader.state().refusals).toEqual([]);
  });
  it('shows what is in view once one rests there, however one has moved', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(99_979), fc.nat(200), fc.boolean()), { minLength: 1, maxLength: 20 }), async (moves) => {
      const t = await opened();
      for (const [first, wait, answer] of moves) {
        t.loader.want(view(first));
        t.pass(wait);
        if (answer) await t.answer();
      }
      const before = t.asks.length;
      for (let n = 0; n < 6; n += 1) {
        t.pass(restFor);
        await t.answer();
      }
      const last = moves.at(-1)?.[0] ?? 0;
      for (let at = last; at <= last + 20; at += 1) expect(rowAt(t.loader.state().pages, at)).toBe(at);
      expect(t.waiting()).toBe(0);
      expect(t.asks.length - before).toBeLessThanOrEqual(3);
    }), { seed: 408, numRuns: 200 });
  });
});
