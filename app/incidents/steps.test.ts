import { describe, expect, test } from 'vitest';
import { incidentStep, stepRefusals, type IncidentStep, type StepQuestion } from './steps.ts';

// Fictional throughout.
const [mine, other] = ['a'.repeat(20), 'b'.repeat(20)];
const question: Omit<StepQuestion, 'step'> = {
  breach: { origin: 'external', discoveredAt: '2026-06-01T09:00:00', materialIds: [mine] }, bodies: new Set(['UZ-01', 'UZ-10']), now: '2026-06-10T12:00:00',
};
const document = { number: '7', date: '2026-06-09' };
const codes = (step: IncidentStep, more: Partial<Omit<StepQuestion, 'step'>> = {}) => stepRefusals({ ...question, ...more, step }).map(({ code }) => code);

describe('a body tells of a breach on its side', () => {
  const step = { kind: 'told', body: 'UZ-01', channel: 'курьер', document } as const;
  test('in a letter that may be older than the discovery at the Centre', () => expect(codes({ ...step, document: { number: '7', date: '2026-05-01' } })).toEqual([]));
  test('of an external breach only, a body of the directory only, and not tomorrow', () => {
    expect(codes({ ...step, body: 'KZ-77', document: { number: '7', date: '2026-06-11' } }, { breach: { ...question.breach, origin: 'centre' } })).toEqual(['incident.notExternal', 'body.unknown', 'date.inFuture']);
  });
});
describe('consultations', () => {
  const step = { kind: 'consulted', bodies: ['UZ-01'], date: '2026-06-01', result: 'условно', document } as const;
  test('may take place on the day of the discovery', () => expect(codes({ ...step, bodies: [...step.bodies] })).toEqual([]));
  test('with nobody are none, and none came before the discovery or is still to come', () => {
    expect(codes({ ...step, bodies: [], date: '2026-05-31' })).toEqual(['incident.nobodyConsulted', 'date.order']);
    expect(codes({ ...step, bodies: ['UZ-01', 'AZ-99'], date: '2026-06-11', document: { number: '7', date: '2026-06-12' } })).toEqual(['body.unknown', 'date.inFuture', 'date.inFuture']);
  });
});
test('whether a discussion is necessary is decided either way, with a reason', () => {
  expect(codes({ kind: 'discussion', needed: false, reason: 'условно' })).toEqual([]);
  expect(incidentStep.safeParse({ kind: 'discussion', needed: true, reason: ' ' }).success).toBe(false);
});
describe('damage', () => {
  const step = { kind: 'damage', outcome: 'agreed', amount: 'условно 5', order: 'в рассрочку', bodies: ['UZ-01'], document } as const;
  test('is agreed with its amount, the order of compensation and the bodies, or is none', () => {
    expect(codes({ ...step, bodies: [...step.bodies] })).toEqual([]);
    expect(codes({ ...step, outcome: 'none', amount: '', order: '', bodies: [] })).toEqual([]);
  });
  test.each([[{ amount: '' }], [{ order: '' }], [{ bodies: [] }]])('lacking %j is not agreed', (more) => {
    expect(codes({ ...step, bodies: [...step.bodies], ...more })).toEqual(['incident.damageNotAgreed']);
  });
  test('is not settled before the discovery, in the future, or with strangers', () => {
    expect(codes({ ...step, bodies: ['AZ-99'], document: { number: '7', date: '2026-05-31' } })).toEqual(['body.unknown', 'date.order']);
    expect(codes({ ...step, bodies: [...step.bodies], document: { number: '7', date: '2026-06-11' } })).toEqual(['date.inFuture']);
  });
});
describe('a carrier found again', () => {
  const step = { kind: 'found', materialId: mine, foundAt: '2026-06-01T09:00:00', condition: 'условно цел' } as const;
  test('is one that the breach touched, found after it was missed and before now', () => {
    expect(codes(step)).toEqual([]);
    expect(codes({ ...step, materialId: other, foundAt: '2026-06-01T08:59:59' })).toEqual(['incident.notTouched', 'date.order']);
    expect(codes({ ...step, foundAt: '2026-06-10T12:00:01' })).toEqual(['date.inFuture']);
  });
});
test('a body that is in no directory is one whose State has yet to tell of it', () => {
  expect(stepRefusals({ ...question, step: { kind: 'told', body: 'KZ-77', channel: 'курьер', document } })).toMatchObject([
    { code: 'body.unknown', params: { body: 'KZ-77' }, missing: 'notificationLetter', supplier: { kind: 'competentBody' } },
  ]);
});
test('each kind of step has its own fields, and none beside them', () => {
  const steps = [
    { kind: 'told', body: 'UZ-01', channel: 'курьер', document }, { kind: 'consulted', bodies: ['UZ-01'], date: '2026-06-05', result: 'условно', document },
    { kind: 'discussion', needed: true, reason: 'условно' }, { kind: 'damage', outcome: 'none', amount: '', order: '', bodies: [], document },
    { kind: 'damage', outcome: 'agreed', amount: '5', order: 'условно', bodies: ['UZ-01'], document }, { kind: 'found', materialId: mine, foundAt: '2026-06-05T09:00:00', condition: 'цел' },
  ];
  for (const step of steps) {
    expect(incidentStep.safeParse(step).success, step.kind).toBe(true);
    expect(incidentStep.safeParse({ ...step, more: 1 }).success, step.kind).toBe(false);
  }
  for (const wrong of [{ ...steps[0], kind: 'heard' }, { ...steps[3], outcome: 'some' }, { ...steps[0], document: { number: '7' } }, { ...steps[1], bodies: Array.from({ length: 51 }, () => 'UZ-01') }]) {
    expect(incidentStep.safeParse(wrong).success).toBe(false);
  }
});
