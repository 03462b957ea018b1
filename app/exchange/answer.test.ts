import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRefusals, type AnsweredRequest, type Answering } from './answer.ts';

const request = (more: Partial<AnsweredRequest> = {}): AnsweredRequest => ({ from: 'KG-01', number: '7/2', date: '2026-05-14', validTo: '2026-06-30', personalData: false, status: 'open', ...more });
const codes = (more: Partial<Answering>) =>
  answerRefusals({ recipient: 'KG-01', date: '2026-06-01', personalData: false, answers: null, unjustified: null, ...more }).map(({ code }) => code);

test('an initiative answers nothing, a request is answered within its term to whoever asked (Art. 4)', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ answers: request() })).toEqual([]);
  expect(codes({ answers: request({ validTo: null }), date: '2030-01-01' })).toEqual([]);
  for (const date of ['2026-05-14', '2026-06-30']) expect(codes({ answers: request(), date })).toEqual([]);
  for (const date of ['2026-05-13', '2026-07-01', 'today']) expect(codes({ answers: request(), date })).toEqual(['request.closed']);
  expect(codes({ answers: request({ validTo: 'x' }) })).toEqual(['request.closed']);
  expect(codes({ answers: request({ from: 'KZ-01' }) })).toEqual(['request.otherRecipient']);
  expect(codes({ answers: 'unknown' })).toEqual(['request.notFound']);
});

test('a request for personal data is not answered before its justification (Art. 12)', () => {
  expect(codes({ answers: request({ personalData: true, status: 'awaitsJustification' }) })).toEqual(['request.unjustified']);
  expect(codes({ answers: request({ personalData: true, status: 'awaitsJustification' }), personalData: true, unjustified: '7/2' })).toEqual(['request.unjustified', 'request.awaitsJustification']);
});

test('personal data do not go round the justification: neither as an initiative nor as the answer to another request', () => {
  expect(codes({ personalData: true, unjustified: '7/2' })).toEqual(['request.awaitsJustification']);
  expect(codes({ personalData: true, unjustified: '7/2', answers: request() })).toEqual(['request.awaitsJustification']);
  expect(codes({ personalData: true, unjustified: '7/2', answers: 'unknown' })).toEqual(['request.notFound', 'request.awaitsJustification']);
  expect(codes({ personalData: false, unjustified: '7/2' })).toEqual([]);
  expect(codes({ personalData: true, unjustified: null })).toEqual([]);
  expect(codes({ personalData: true, unjustified: '7/2', answers: request({ number: '8/1', personalData: true }) })).toEqual([]);
});

test('a justification that is awaited never opens anything', () => {
  const shape = fc.record({ personalData: fc.boolean(), answers: fc.constantFrom(null, 'unknown' as const, request(), request({ personalData: true }), request({ from: 'KZ-01' })), date: fc.constantFrom('2026-06-01', '2027-01-01') });
  fc.assert(fc.property(shape, (one) => {
    const without = codes({ ...one, unjustified: null });
    expect(codes({ ...one, unjustified: '7/2' })).toEqual(expect.arrayContaining(without));
  }), { seed: 41, numRuns: 60 });
});
