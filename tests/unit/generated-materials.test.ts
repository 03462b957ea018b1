import { describe, expect, it } from 'vitest';
import { generateMaterials } from '../bench/generate.ts';

describe('generated fictional materials', () => {
  const many = [...generateMaterials({ count: 3000, seed: 5 })];

  it('are the same for the same seed and others for another', () => {
    expect([...generateMaterials({ count: 3000, seed: 5 })]).toEqual(many);
    expect([...generateMaterials({ count: 20, seed: 6 })].map(({ text }) => text)).not.toEqual(many.slice(0, 20).map(({ text }) => text));
  });

  it('say that they are fictional, in eight languages, 200 to 1200 characters, no place left unfilled', () => {
    const openings = new Set<string>();
    for (const { text, fictional, summary } of many) {
      expect(fictional).toBe(true);
      expect(summary).toContain('Вымышленный');
      expect(text.length).toBeGreaterThanOrEqual(200);
      expect(text.length).toBeLessThanOrEqual(1200);
      expect(text).not.toMatch(/[{}]|undefined/);
      openings.add(text.slice(0, 12));
    }
    expect(openings.size).toBe(8);
    expect(new Set(many.map(({ language }) => language)).size).toBe(8);
  });

  it('come in the order of registration, dated before they were received, each number once within its body', () => {
    let last = '';
    for (const { receivedAt, senderDate } of many) {
      expect(receivedAt >= last).toBe(true);
      expect(senderDate < receivedAt.slice(0, 10)).toBe(true);
      last = receivedAt;
    }
    expect(many[0]?.receivedAt).toMatch(/^2026-04-20T09:/);
    expect(last < '2026-11-16').toBe(true);
    expect(new Set(many.map(({ originator, senderNumber }) => `${originator} ${senderNumber}`)).size).toBe(many.length);
  });

  it('are none for a count of none', () => {
    expect([...generateMaterials({ count: 0 })]).toEqual([]);
  });
});
