import { z } from 'zod';
import type { RefusalCode } from './refusals.ts';
import { roles, type Role } from '../access/roles.ts';
import { passphrase, whereKeyFile } from './shapes/passphrase.ts';

/**
 * One question or command of the contract between the officers' screens and main.
 *
 * `session` says who may ask: `any` (also with no vault open), `open` (an officer has unlocked).
 * `roles` narrows `open` further; main refuses the others (Art. 11, multi-level access).
 * `journal` says what the gate itself writes down of a question (Art. 11: every request of a user);
 * a command writes its own act. `none` is for questions that reveal nothing of a material.
 * `two` marks a command of two persons: its input bears `second`, whom main proves by their own passphrase before the
 * command runs, who must be another officer with one of `secondRoles`, and who signs each of its acts (Art. 10, 12).
 */
export interface Entry<I extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly kind: 'question' | 'command';
  readonly summary: string;
  readonly articles: readonly string[];
  readonly session: 'any' | 'open';
  readonly roles: readonly Role[];
  readonly journal: 'none' | 'search' | 'view';
  readonly two: boolean;
  readonly secondRoles: readonly Role[];
  readonly refusals: readonly RefusalCode[];
  readonly input: I;
  readonly answer: A;
}

type Spec<I extends z.ZodType, A extends z.ZodType> = {
  summary: string;
  articles?: readonly string[];
  roles: readonly Role[] | 'any';
  journal?: 'none' | 'search' | 'view';
  refusals?: readonly RefusalCode[];
  input: I;
  answer: A;
};

/** The other officer of a command of two persons, at the same workstation. `keyFolder`: where their key file lies, if not at the top of a removable medium. */
export const second = z.strictObject({
  login: z.string().min(1).max(40), passphrase, keyFolder: whereKeyFile,
});
export type Second = z.output<typeof second>;

type TwoSpec<S extends z.ZodRawShape, A extends z.ZodType> = Omit<Spec<z.ZodType, A>, 'input'> & { input: z.ZodObject<S>; secondRoles: readonly Role[] };
type WithSecond<S extends z.ZodRawShape> = z.ZodObject<S & { second: typeof second }, z.core.$strict>;

const secondRefusals = ['second.required', 'second.samePerson', 'second.wrongPassphrase', 'second.notEntitled', 'session.tooSoon', 'keyFile.missing', 'keyFile.foreign', 'keyFile.damaged'] as const;

function entry<I extends z.ZodType, A extends z.ZodType>(kind: 'question' | 'command', spec: Spec<I, A>): Entry<I, A> {
  return {
    kind,
    summary: spec.summary,
    articles: spec.articles ?? [],
    session: spec.roles === 'any' ? 'any' : 'open',
    roles: spec.roles === 'any' ? roles : spec.roles,
    journal: spec.journal ?? 'none',
    two: false,
    secondRoles: [],
    refusals: spec.refusals ?? [],
    input: spec.input,
    answer: spec.answer,
  };
}

/** A question: reads, changes nothing but the journal. */
export const question = <I extends z.ZodType, A extends z.ZodType>(spec: Spec<I, A>) => entry('question', spec);
/** A command: decides, and if allowed commits an act. */
export const command = <I extends z.ZodType, A extends z.ZodType>(spec: Spec<I, A>) => entry('command', spec);

/** A command that stands only with two persons; `second` is added to its input. With no vault open (`any`) its handler proves both itself. */
export function commandOfTwo<S extends z.ZodRawShape, A extends z.ZodType>({ secondRoles, input, ...spec }: TwoSpec<S, A>): Entry<WithSecond<S>, A> {
  const shape: S & { second: typeof second } = { ...input.shape, second };
  return { ...entry('command', { ...spec, input: z.strictObject(shape) as WithSecond<S>, refusals: [...(spec.refusals ?? []), ...secondRefusals] }), two: true, secondRoles };
}

export const nothing = z.strictObject({});
export const done = z.strictObject({});
