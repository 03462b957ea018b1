import { describe, expect, it } from 'vitest';
import { fill, placeholders } from './placeholders.ts';

describe('wording with placeholders', () => {
  it('puts every value in', () => {
    expect(fill('№ {{number}} от {{date}}, {{number}}', { number: '1', date: '2' })).toBe('№ 1 от 2, 1');
  });
  it('takes braces and dollar signs inside a value as text', () => {
    expect(fill('{{a}}{{b}}', { a: '{{b}} $& $1', b: 'x' })).toBe('{{b}} $& $1x');
  });
  it('refuses a wording that asks for what the form has not', () => {
    expect(() => fill('{{other}}', { number: 1 })).toThrow(RangeError);
    expect(() => fill('{{constructor}}', {})).toThrow(RangeError);
  });
  it('lists placeholders once, sorted', () => {
    expect(placeholders('{{b}} {{a}} {{b}}')).toEqual(['a', 'b']);
  });
});
