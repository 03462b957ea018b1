import { z } from 'zod';
import type { ActBody, HeldAct, HoldingName, Json, NewAct } from '#app/journal/act.ts';
import { isCommon } from '#app/journal/common.ts';
import { canonical } from './canonical.ts';
import { hex, type CryptoProvider } from './suite.ts';

/** A body with what is needed to check it against the digest of its act. */
export interface Disclosed {
  readonly body: ActBody;
  /** 32 hex characters: what keeps the digest from being guessed. */
  readonly salt: string;
  /** Names of the parts, in order, with names of no part among them. */
  readonly leaves: readonly string[];
}

/** What a holding keeps of an act beside the content: enough to prove to its readers that it is a part of that act. */
export interface HeldPart {
  readonly holding: HoldingName;
  readonly about: Pick<HeldAct, 'kind' | 'result' | 'subject' | 'record'>;
  readonly salt: string;
  /** Name of this part. */
  readonly leaf: string;
  /** The content with its own salt; undefined where the act has none in this holding. */
  readonly content: { readonly hash: string; readonly salt: string; readonly json: string; readonly value: Json } | undefined;
}

/** Lower-case hex: the name of a content. */
export const recordHash = (suite: CryptoProvider, salt: string, json: string): string => suite.sha256(`${salt}${json}`);

/** Lower-case hex: the name of a part. The holding is in it, so that a part can't be moved into another. */
export const leafOf = (suite: CryptoProvider, salt: string, holding: HoldingName, { kind, record, result, subject }: HeldPart['about']): string =>
  suite.sha256(salt + canonical({ holding, kind, record, result, subject }));

export const bodyHashOf = (suite: CryptoProvider, salt: string, body: ActBody): string => suite.sha256(salt + bodyText(body));
const bodyText = ({ kind, result, subject, open, held }: ActBody): string =>
  canonical({ kind, result, subject, open, held: held.map(({ holding, hash }) => ({ holding, hash })) });

/** Lower-case hex: what is chained and signed for a body and its parts. */
export const digestOf = (suite: CryptoProvider, bodyHash: string, leaves: readonly string[]): string => suite.sha256(bodyHash + leaves.join(''));

/** Whether a body is the one behind a digest, with every part that it names among the leaves. */
export function isBehind(suite: CryptoProvider, digest: string, { body, salt, leaves }: Disclosed): boolean {
  return body.held.every(({ hash }) => leaves.includes(hash)) && digestOf(suite, bodyHashOf(suite, salt, body), leaves) === digest;
}

/** Of how many parts an act has, its readers learn 4, 16, 64 ... only: how many other holdings it concerns is none of one's own, and one that concerns none is not to be told by its length. */
function filledUp(suite: CryptoProvider, leaves: readonly string[]): readonly string[] {
  let room = 4;
  while (room < leaves.length) room *= 4;
  return [...leaves, ...Array.from({ length: room - leaves.length }, () => hex(suite.random(32)))].toSorted();
}

/** An act that is written: its body and parts, each under chance of its own. Throws a TypeError for what has no canonical form. */
export function discloseNew(suite: CryptoProvider, act: NewAct): { disclosed: Disclosed; bodyHash: string; digest: string; parts: readonly HeldPart[] } {
  const { kind, result, subject, open } = act;
  if (isCommon(act) && act.held.length > 0) throw new TypeError(`${kind} is common knowledge and has no part in a holding`);
  const parts = act.held.map(({ holding, content: value, subject: own = subject }): HeldPart => {
    const content = value === null ? undefined : contentOf(suite, value);
    const about = { kind, result, subject: own, record: content?.hash ?? null };
    const salt = hex(suite.random(16));
    return { holding, about, salt, leaf: leafOf(suite, salt, holding, about), content };
  });
  const body: ActBody = { kind, result, subject, open, held: parts.map(({ holding, leaf }) => ({ holding, hash: leaf })) };
  const salt = hex(suite.random(16));
  const leaves = isCommon(act) ? [] : filledUp(suite, parts.map(({ leaf }) => leaf));
  const bodyHash = bodyHashOf(suite, salt, body);
  return { disclosed: { body, salt, leaves }, bodyHash, digest: digestOf(suite, bodyHash, leaves), parts };
}

function contentOf(suite: CryptoProvider, value: Json): NonNullable<HeldPart['content']> {
  const json = canonical(value);
  const salt = hex(suite.random(16));
  return { hash: recordHash(suite, salt, json), salt, json, value };
}

const isHoldingName = (name: string): name is HoldingName => name.endsWith('/LOWER') || name.endsWith('/UPPER');
export const holdingName = z.custom<HoldingName>((name) => typeof name === 'string' && isHoldingName(name));
export const bodyShape = z.strictObject({
  kind: z.string(), result: z.enum(['done', 'refused']), subject: z.string().nullable(), open: z.json(),
  held: z.array(z.strictObject({ holding: holdingName, hash: z.string() })),
});
const disclosedShape = z.strictObject({ body: bodyShape, salt: z.string(), leaves: z.array(z.string()) });

/** The text that is sealed: filled up with blanks to whole blocks, so that its length tells little of the kind: nearly all take two blocks. */
export function disclosedText({ body, salt, leaves }: Disclosed): string {
  const text = canonical({ body: { ...body, held: [...body.held] }, leaves: [...leaves], salt });
  const length = Buffer.byteLength(text);
  return text + ' '.repeat(Math.ceil(length / blockBytes) * blockBytes - length);
}
const blockBytes = 512;

/** Throws a SyntaxError or ZodError for anything that was not written so. */
export const readDisclosed = (text: string): Disclosed => disclosedShape.parse(JSON.parse(text));
