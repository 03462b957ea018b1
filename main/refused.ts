import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';

/** Thrown by a handler to refuse; the gate writes it down and answers with it. Every failing check together. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusals: readonly [Refusal, ...Refusal[]];
  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.refusals = refusals;
  }
}

/** Refuses for one reason. */
export function no(code: RefusalCode, params: Refusal['params'] = {}, extra: Parameters<typeof refuse>[2] = {}): never {
  throw new Refused([refuse(code, params, extra)]);
}

/** Refuses if any check failed. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  const [first, ...rest] = refusals;
  if (first !== undefined) throw new Refused([first, ...rest]);
}

/** What a lookup found, or a refusal: a thing that is not there and a thing that is not for this officer look alike (R7.9). */
export function found<T>(thing: T | undefined | null, code: RefusalCode, params: Refusal['params'] = {}): T {
  return thing ?? no(code, params);
}
