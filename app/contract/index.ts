import type { z } from 'zod';
import type { Entry } from './define.ts';
import type { Refusal } from './refusals.ts';
import { access } from './access.ts';
import { backup } from './backup.ts';
import { checks } from './checks.ts';
import { clearances } from './clearances.ts';
import { consents, media, notices, outgoing, release, sealed } from './exchange.ts';
import { attachments, drafts, incoming, jobs, requests } from './intake.ts';
import { links, materials, restrictions } from './materials.ts';
import { recovery } from './recovery.ts';
import { reference } from './reference.ts';
import { desk, screen } from './desk.ts';
import { corrections } from './corrections.ts';
import { documents } from './documents.ts';
import { incidents } from './incidents.ts';
import { journal } from './journal.ts';
import { officers, session, vault } from './session.ts';

/** Every question and command there is. There is no second path into main and no other path out. */
export const contract = {
  session, vault, officers, access, checks, reference, incoming, requests, drafts, attachments, jobs, materials, links, restrictions, corrections,
  clearances, consents, release, outgoing, media, sealed, notices, incidents, journal, documents, desk, screen, backup, recovery,
} as const;

export type Contract = typeof contract;
export type Area = keyof Contract;
export type Method = { [A in Area]: `${A}.${keyof Contract[A] & string}` }[Area];

type EntryOf<M extends Method> = M extends `${infer A extends Area}.${infer N}` ? (N extends keyof Contract[A] ? Contract[A][N] : never) : never;
/** Input as given by the caller (before defaults and trimming). */
export type Input<M extends Method> = EntryOf<M> extends Entry<infer I, z.ZodType> ? z.input<I> : never;
/** Input as a handler sees it, parsed. */
export type Parsed<M extends Method> = EntryOf<M> extends Entry<infer I, z.ZodType> ? z.output<I> : never;
export type Answer<M extends Method> = EntryOf<M> extends Entry<z.ZodType, infer A> ? z.output<A> : never;

/** What comes back for every call: never an exception, never a stack. */
export type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const methods: readonly Method[] = Object.entries(contract)
  .flatMap(([area, entries]) => Object.keys(entries).map((name) => `${area}.${name}` as Method));

/** The entry of a method by its dotted name; undefined for a name that the contract does not hold. */
export function entryOf(method: string): Entry | undefined {
  const [area, name, more] = method.split('.');
  if (area === undefined || name === undefined || more !== undefined || !Object.hasOwn(contract, area)) return undefined;
  const entries: Readonly<Record<string, Entry>> = contract[area as Area];
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}
