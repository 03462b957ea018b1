import { z } from 'zod';
import type { RefusalCode } from './refusals.ts';
import { roles, type Role } from '../access/roles.ts';

/**
 * One question or command of the contract between the officers' screens and main.
 *
 * `session` says who may ask: `any` (also with no vault open), `open` (an officer has unlocked).
 * `roles` narrows `open` further; main refuses the others (Art. 11, multi-level access).
 * `journal` says what the gate itself writes down of a question (Art. 11: every request of a user);
 * a command writes its own act. `none` is for questions that reveal nothing of a material.
 */
export interface Entry<I extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> {
  readonly kind: 'question' | 'command';
  readonly summary: string;
  readonly articles: readonly string[];
  readonly session: 'any' | 'open';
  readonly roles: readonly Role[];
  readonly journal: 'none' | 'search' | 'view';
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

function entry<I extends z.ZodType, A extends z.ZodType>(kind: 'question' | 'command', spec: Spec<I, A>): Entry<I, A> {
  return {
    kind,
    summary: spec.summary,
    articles: spec.articles ?? [],
    session: spec.roles === 'any' ? 'any' : 'open',
    roles: spec.roles === 'any' ? roles : spec.roles,
    journal: spec.journal ?? 'none',
    refusals: spec.refusals ?? [],
    input: spec.input,
    answer: spec.answer,
  };
}

/** A question: reads, changes nothing but the journal. */
export const question = <I extends z.ZodType, A extends z.ZodType>(spec: Spec<I, A>) => entry('question', spec);
/** A command: decides, and if allowed commits an act. */
export const command = <I extends z.ZodType, A extends z.ZodType>(spec: Spec<I, A>) => entry('command', spec);

export const nothing = z.strictObject({});
export const done = z.strictObject({});
