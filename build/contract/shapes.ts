import { z } from 'zod';
import type { Role } from '#app/access/roles.ts';
import * as material from '#app/contract/shapes/material.ts';
import { materialFilter, materialSort } from '#app/contract/materials.ts';
import * as reference from '#app/contract/shapes/reference.ts';
import * as text from '#app/contract/shapes/text.ts';
import { refusal } from '#app/contract/refusal-shape.ts';
import { officer } from '#app/contract/session.ts';

/** Plain values with a name of their own: the pattern says less than the word. */
const words = new Map<z.core.$ZodType, string>([
  [text.id, 'id (20 letters and digits)'], [text.civilDate, 'civil date `YYYY-MM-DD`'], [text.civilDateTime, 'civil date and time `YYYY-MM-DDTHH:mm:ss`'],
  [text.hash, 'SHA-256, hex'], [text.cursor, 'cursor of a page'], [text.bytes, 'base64'], [reference.bodyCode, 'body code (`KZ-01`, `CENTRE`)'],
]);

/** Objects that several methods share; described once. */
export const sharedShapes: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['materialDraft', material.materialDraft], ['materialRow', material.materialRow], ['asReceived', material.asReceived], ['evaluation', material.evaluation],
  ['restrictionInput', material.restrictionInput], ['restrictionRule', material.restrictionRule], ['proposal', material.proposal], ['attachment', material.attachment],
  ['materialFilter', materialFilter], ['materialSort', materialSort], ['body', reference.body], ['channel', reference.channel], ['bodyKeys', reference.bodyKeys],
  ['names', reference.names], ['agreementEvent', reference.agreementEvent], ['partyStatus', reference.partyStatus], ['annex1Version', reference.annex1Version],
  ['officer', officer], ['refusal', refusal],
]);
const sharedNames = new Map<z.core.$ZodType, string>([...sharedShapes].map(([name, shape]) => [shape, name]));

/** A JSON schema, as far as the document reads it. */
export interface Node {
  readonly type?: string | readonly string[];
  readonly word?: string;
  readonly shared?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly propertyNames?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** The schema as JSON schema, with the words and the shared shapes in the place of what they stand for. */
export function nodeOf(schema: z.ZodType, io: 'input' | 'output'): Node {
  return z.toJSONSchema(schema, {
    io, unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const shared = Object.is(zodSchema, schema) ? undefined : sharedNames.get(zodSchema);
      const word = words.get(zodSchema) ?? wordOf(zodSchema);
      if (shared === undefined && word === undefined) return;
      const { maxLength } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, shared === undefined ? { word, ...(words.has(zodSchema) || maxLength === undefined ? {} : { maxLength }) } : { shared });
    },
  }) as Node;
}

/** Of a text: whether it is one line of requisites, which is trimmed, and whether it may be empty. */
function wordOf(schema: z.core.$ZodType): string | undefined {
  if (!(schema instanceof z.ZodPipe) || !(schema.in instanceof z.ZodString)) return undefined;
  return schema.safeParse('').success ? 'line, may be empty' : 'line';
}

export const roleWords: Readonly<Record<Role, string>> = { director: 'director', registrar: 'registrar', analyst: 'analyst', security: 'security officer', administrator: 'administrator' };
