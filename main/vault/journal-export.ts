import { z } from 'zod';
import type { Json } from '#app/journal/act.ts';
import { bodyShape, isBehind } from './act-body.ts';
import { canonical } from './canonical.ts';
import { chainFrom, type Break } from './chain.ts';
import type { ReadableDb } from './db.ts';
import { VaultError } from './errors.ts';
import { genesis, headOf, outsideOf, rowsFrom, type ActRow } from './journal.ts';
import type { JournalReader } from './journal-keys.ts';
import { mustRead } from './journal-reading.ts';
import { createSuite, hex, suiteId, unhex, verifyingKey } from './suite.ts';
import type { State } from './state.ts';

const actLine = z.strictObject({
  seq: z.int(), at: z.string(), officer: z.string(), second: z.string().nullable(), workstation: z.string(), digest: z.string(), prev: z.string(), hash: z.string(), signature: z.string(),
  cosignature: z.string().nullable(),
  // What the act says, with the chance that binds it. It may be withheld of what is not common knowledge, and the rest still verifies.
  said: z.strictObject({ body: bodyShape, salt: z.string(), leaves: z.array(z.string()) }).nullable(),
});
const end = z.strictObject({ suite: z.literal(suiteId), vault: z.string(), acts: z.int(), head: z.string(), at: z.string(), officer: z.string() });
const lastLine = z.strictObject({ end, signature: z.string() });
type End = z.infer<typeof end>;

const signedEnd = (value: End): Uint8Array => new TextEncoder().encode(`grif-1/export/${canonical(value)}`);

/** An act that cannot be read leaves without what it says: the rest of the journal can still be shown, and verifying counts it. */
function saidOf(reader: JournalReader, row: ActRow): Json {
  try {
    const { body, leaves, salt } = reader.read(row);
    return { body: { ...body, held: body.held.map((part) => ({ ...part })) }, leaves: [...leaves], salt };
  } catch (error) {
    if (error instanceof VaultError && error.code === 'damaged') return null;
    throw error;
  }
}

/** The journal up to now as lines without their line feeds: one act each with what it says, and the head signed by the officer who exports. Throws `forbidden`. */
export function* exportLines(state: State, db: ReadableDb): Generator<string> {
  const { reader } = mustRead(state);
  const head = headOf(db);
  if (head === undefined) return;
  for (const row of rowsFrom(db, 1, head.seq)) {
    yield canonical({ ...outsideOf(row), said: saidOf(reader, row) });
  }
  const value: End = { suite: suiteId, vault: state.header.vaultId, acts: head.seq, head: head.hash, at: state.clock.now(), officer: state.officer.id };
  yield canonical({ end: value, signature: hex(state.suite.sign(state.keys.sign.secretKey, signedEnd(value))) });
}

export type ExportVerdict =
  | { readonly ok: true; readonly vault: string; readonly acts: number; readonly head: string; /** Acts of which it is not told what they say. */ readonly withheld: number }
  | { readonly ok: false; readonly line: number; readonly reason: Break['reason'] | 'end' };

/** Verifies an exported journal without any key. That it is this vault's is seen from `vault` and `head`, compared with a printed one. */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>): Promise<ExportVerdict> {
  const suite = createSuite(() => { throw new Error('verifying needs no randomness'); });
  let chain: ReturnType<typeof chainFrom> | undefined;
  let last: z.infer<typeof lastLine> | undefined;
  let acts = 0;
  let withheld = 0;
  let head = '';
  let line = 0;
  const keys = new Map<string, string>();
  for await (const text of lines) {
    if (text === '') continue;
    line += 1;
    if (last !== undefined) return { ok: false, line, reason: 'end' };
    const value = readJson(text);
    const closing = lastLine.safeParse(value);
    if (closing.success) {
      last = closing.data;
      continue;
    }
    const act = actLine.safeParse(value);
    if (!act.success) return { ok: false, line, reason: 'malformed' };
    // The first act names what stands before it; the last line says of which vault that is, and is compared below.
    chain ??= chainFrom(suite, { seq: 0, hash: act.data.prev });
    if (acts === 0) head = act.data.prev;
    const { said } = act.data;
    const broken = chain.next(act.data, said?.body);
    if (broken !== undefined) return { ok: false, line, reason: broken.reason };
    if (said !== null && !isBehind(suite, act.data.digest, said)) return { ok: false, line, reason: 'body' };
    if (acts === 0) keys.set('genesis', head);
    if (said?.body.kind === 'officer.enrolled' && said.body.result === 'done') {
      const open = z.looseObject({ id: z.string(), signPublic: z.string() }).parse(said.body.open);
      keys.set(open.id, open.signPublic);
    }
    acts += 1;
    if (said === null) withheld += 1;
    head = act.data.hash;
  }
  const key = last === undefined ? undefined : keys.get(last.end.officer);
  if (last === undefined || key === undefined || last.end.acts !== acts || last.end.head !== head || keys.get('genesis') !== genesis(suite, last.end.vault)
    || !suite.verify(verifyingKey(unhex(key)), signedEnd(last.end), unhex(last.signature))) return { ok: false, line: line + 1, reason: 'end' };
  return { ok: true, vault: last.end.vault, acts, head, withheld };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
