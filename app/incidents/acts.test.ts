import { expect, test } from 'vitest';
import { openOf, heldOf } from '../journal/kind.ts';
import { suspicionRaised, suspicionSettled } from './suspicion.ts';

const id = 'a'.repeat(20);
const act = (kind: string, open: object) => ({ kind, result: 'done' as const, open: { ...open } as never });

test('a suspicion tells the journal its cause alone; what it is about lies where the thing does', () => {
  expect(suspicionRaised.kind).toBe('suspicion.raised');
  expect(openOf(suspicionRaised, act('suspicion.raised', { id, cause: 'sealBroken' }))).toEqual({ id, cause: 'sealBroken' });
  expect(() => openOf(suspicionRaised, act('suspicion.raised', { id, cause: 'sealBroken', about: 'П-77' }))).toThrow('about');
  expect(() => openOf(suspicionRaised, act('suspicion.raised', { id, cause: 'rumour' }))).toThrow('cause');
  expect(heldOf(suspicionRaised, act('suspicion.raised', {}), { id, cause: 'sealBroken', about: 'П-77', materialId: null } as never)).toMatchObject({ about: 'П-77' });
});

test('it is settled by a breach or by a reason, and the reason is not told to the journal', () => {
  expect(suspicionSettled.kind).toBe('suspicion.settled');
  expect(() => openOf(suspicionSettled, act('suspicion.settled', { id, incidentId: null, reason: 'ошибка' }))).toThrow('reason');
  expect(heldOf(suspicionSettled, act('suspicion.settled', {}), { id, incidentId: null, reason: 'ошибка' } as never)).toEqual({ id, incidentId: null, reason: 'ошибка' });
});
