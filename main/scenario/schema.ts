import { z } from 'zod';
import { roles } from '#app/access/roles.ts';
import { access } from '#app/contract/access.ts';
import { methods, type Method } from '#app/contract/index.ts';
import { reference } from '#app/contract/reference.ts';
import { refusalCodes } from '#app/contract/refusals.ts';
import { agreementEvent, stateCode } from '#app/contract/shapes/reference.ts';
import { civilDateTime } from '#app/contract/shapes/text.ts';

const known: ReadonlySet<string> = new Set(methods);
const method = z.string().refine((name): name is Method => known.has(name), { error: 'no such method of the contract' });
const code = z.enum(refusalCodes);

/** A name under which a part of an answer is kept: `$uzMaterial`. */
const savedName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: 'a name begins with a small letter and has letters and digits only' });
/** `notices[addressee=UZ-01].noticeId`; read by `values.ts`. */
const path = z.string().min(1).max(200);

const json = z.json();

export const step = z.strictObject({
  /** Civil date and time; the clock is put there before the step. */
  at: civilDateTime,
  /** Login of the officer whose session it is; null: nobody has unlocked the vault. */
  officer: z.string().nullable(),
  method,
  input: z.record(z.string(), json).default({}),
  /** What the answer must hold, see `difference.ts`. Without it and without `refused` the step must merely be answered. */
  expect: json.optional(),
  /** A code, or codes, that must be among those of the refusal. */
  refused: z.union([code, z.array(code).min(1)]).optional(),
  save: z.record(savedName, path).optional(),
  /** What the step is about; named in the line that is printed and in the files that are left. */
  name: z.string().min(1).max(120).optional(),
}).refine(({ expect, refused, save }) => refused === undefined || (expect === undefined && save === undefined), {
  error: 'a refused step has no answer to expect or to save from',
});

/** `grant`: parts of a grant that differ from everything for ever, or null for none; the director who sets the vault up is granted everything by that. */
const officer = z.strictObject({ login: z.string().min(1), name: z.string().min(1), role: z.enum(roles), grant: access.issue.input.omit({ officerId: true }).partial().nullable().optional() });

/** A State with what the depositary heard from it (Art. 20 to 23): events without their State, which is named once. */
const state = z.strictObject({ code: stateCode, events: z.array(agreementEvent.omit({ state: true })) });

/** One file. `extends` names files whose parts come first; the schema of the whole is in `load.ts`. */
export const scenarioFile = z.strictObject({
  /** For editors; says nothing to the player. */
  $schema: z.string().optional(),
  title: z.string().min(1),
  /** Says that everything in it is fictional, and what it shows. */
  note: z.string().min(1),
  extends: z.array(z.string().min(1)).optional(),
  /** When the vault is set up and all reference data is recorded; in exactly one of the files. */
  start: civilDateTime.optional(),
  officers: z.array(officer).default([]),
  states: z.array(state).default([]),
  /** Events of the depositary that belong to no State. */
  events: z.array(agreementEvent).default([]),
  bodies: z.array(reference.recordBody.input).default([]),
  /** The second officer of each is one of the scenario's. */
  bodyKeys: z.array(reference.recordBodyKeys.input.omit({ second: true })).default([]),
  steps: z.array(step),
});

export type Step = z.infer<typeof step>;
export type ScenarioFile = z.infer<typeof scenarioFile>;
export type ScenarioJson = z.infer<typeof json>;

/** Files put together: what is played. */
export interface Scenario {
  readonly title: string;
  readonly start: string;
  readonly officers: ScenarioFile['officers'];
  readonly states: ScenarioFile['states'];
  readonly events: ScenarioFile['events'];
  readonly bodies: ScenarioFile['bodies'];
  readonly bodyKeys: ScenarioFile['bodyKeys'];
  readonly steps: readonly PlacedStep[];
}

/** A step and the folder that its `$file` paths start from. */
export type PlacedStep = Step & { readonly folder: string };
