import { beforeEach, describe, expect, it } from 'vitest';
import { back, forgetWay, forward, go, keepShown, takeUpWay, wayAsJson } from './router.ts';

const here = () => {
  const { places, at }: { places: { screen: string; params: Record<string, string> }[]; at: number } = JSON.parse(wayAsJson());
  return places[at];
};

describe('the way through the screens', () => {
  beforeEach(forgetWay);

  it('goes back and forward, and drops what lay ahead', () => {
    go('a'); go('b'); go('c'); back(); back();
    expect(here()?.screen).toBe('a');
    forward();
    expect(here()?.screen).toBe('b');
    go('d'); forward();
    expect(here()?.screen).toBe('d');
    back(); back(); back(); back();
    expect(here()?.screen).toBe('a');
  });
  it('makes no step for the same place', () => {
    go('a', { id: '1' }); go('a', { id: '1' }); back();
    expect(here()?.params).toEqual({ id: '1' });
  });
  it('leads back to what a screen showed when it was left, by whichever door', () => {
    go('a');
    const forget = keepShown({ tab: 'x' });
    go('b', { id: '1' });
    forget();
    const forgetNext = keepShown({ id: '1', open: '2' });
    back();
    forgetNext();
    expect(here()).toEqual({ screen: 'a', params: { tab: 'x' } });
    forward();
    expect(here()).toEqual({ screen: 'b', params: { id: '1', open: '2' } });
  });
  it('keeps what is shown for after a lock, and nothing of a screen that is no longer in sight', () => {
    go('a');
    const forget = keepShown({ tab: 'x' });
    expect(here()).toEqual({ screen: 'a', params: { tab: 'x' } });
    forget();
    expect(here()).toEqual({ screen: 'a', params: {} });
    go('b');
    keepShown({ tab: 'y' });
    forget();
    expect(here()).toEqual({ screen: 'b', params: { tab: 'y' } });
    keepShown({})();
  });
  it('makes no step and loses no choice when the screen in sight is chosen again', () => {
    go('a');
    const forget = keepShown({ tab: 'x' });
    go('a');
    expect(JSON.parse(wayAsJson()).places).toHaveLength(1);
    forget();
  });
  it('keeps a way of bounded length', () => {
    for (let n = 0; n < 500; n += 1) go('a', { n: String(n) });
    expect(JSON.parse(wayAsJson()).places).toHaveLength(50);
    expect(here()?.params).toEqual({ n: '499' });
  });
  it('is taken up after a lock', () => {
    go('a'); go('b', { id: '7' });
    const kept = wayAsJson();
    forgetWay();
    expect(takeUpWay(kept)).toBe(true);
    expect(here()).toEqual({ screen: 'b', params: { id: '7' } });
  });
  it.each(['', 'null', '{}', '{"places":[],"at":0}', '{"places":[{"screen":"a"}],"at":0}', '{"places":[{"screen":"a","params":{"x":1}}],"at":0}', '{"places":[{"screen":"a","params":{}}],"at":3}', '{"places":[{"screen":"a","params":{}}],"at":"0"}'])('leaves %j alone', (json) => {
    go('z');
    expect(takeUpWay(json)).toBe(false);
    expect(here()?.screen).toBe('z');
  });
});
