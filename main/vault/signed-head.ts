import type { Json } from '#app/journal/act.ts';
import { canonical } from './canonical.ts';
import { commit } from './commit.ts';
import { VaultError } from './errors.ts';
import { headOf } from './journal.ts';
import { sumOfRest } from './registry-rest.ts';
import { guard, type State } from './state.ts';
import { hex, type CryptoProvider } from './suite.ts';

/** An officer's word that the journal of this vault ended so at this moment: what is kept elsewhere, on paper, to find a journal put back as a whole. */
export interface SignedHead {
  readonly vault: string;
  readonly seq: number;
  readonly hash: string;
  /** Civil date-time. */
  readonly at: string;
  readonly officer: string;
  /** Hex, Ed25519. */
  readonly signature: string;
}

/** What is signed: its label keeps it from ever standing for an act or an export. */
export const headBytes = (suite: CryptoProvider, { vault, seq, hash, at, officer }: Omit<SignedHead, 'signature'>): Uint8Array =>
  new TextEncoder().encode(`grif-1/head/${canonical({ at, hash, officer, seq, suite: suite.id, vault })}`);

function statementOf(state: State): SignedHead {
  const head = headOf(state.registry);
  if (head === undefined) throw new VaultError('damaged', 'registry.db', { stands: ['holdings', 'header'] });
  const said = { vault: state.header.vaultId, seq: head.seq, hash: head.hash, at: state.clock.now(), officer: state.officer.id };
  return { ...said, signature: hex(state.suite.sign(state.keys.sign.secretKey, headBytes(state.suite, said))) };
}

const openOf = ({ seq, hash, at, signature }: SignedHead): Json => ({ seq, hash, at, signature });

/** What the act of locking says of the journal before it, and of what no act tells: with it each session ends in a signed head. */
export const lockedOpen = (state: State): Json => ({ head: openOf(statementOf(state)), untold: sumOfRest(state.suite, state.registry) });

/** Signs the head in an act of its own: on each day on which a session goes on over midnight, and for each paper that bears it. */
export function signHead(state: State): SignedHead {
  guard(state);
  const signed = statementOf(state);
  commit(state, [{ kind: 'journal.headSigned', result: 'done', subject: null, open: openOf(signed), held: [] }]);
  return signed;
}
