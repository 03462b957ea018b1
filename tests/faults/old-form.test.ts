import { expect, it } from 'vitest';
import { notUndone } from './old-form.ts';

it('a vault of before any migration can be made: for each there is, it is said how it is undone', () => {
  expect(notUndone()).toEqual([]);
});
