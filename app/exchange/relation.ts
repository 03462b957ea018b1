import { findBody, isListed, successionLine } from '#app/agreement/bodies.ts';
import type { Body } from '#app/agreement/bodies.ts';
import { isCivilDate } from '#app/agreement/civilDate.ts';
import { mayExchange } from '#app/agreement/party.ts';
import type { TransferInput, TransferRow } from './transferInput.ts';

/** What the checks share: who holds rights over the material, who would receive it, and the row of the decision table. */
export interface Relation {
  readonly input: TransferInput;
  readonly recipient: Body | null;
  readonly row: TransferRow;
  /** Bodies whose consent is at stake today, each once: the originators, or their successors by written notice (R3.4). */
  readonly holders: readonly string[];
  /** Per holder, the bodies whose earlier consents over this material passed to it. */
  readonly lines: ReadonlyMap<string, ReadonlySet<string>>;
  readonly joint: boolean;
}

function rowOf(input: TransferInput, recipient: Body | null, holders: readonly string[]): TransferRow {
  if (recipient === null || !isCivilDate(input.date)) return 'T6';
  if (recipient.kind === 'observer' || recipient.kind === 'thirdParty') return isListed(recipient, input.date) ? 'T5' : 'T6';
  if (recipient.kind !== 'authorised' || recipient.state === null || recipient.state === 'CENTRE') return 'T6';
  const status = input.statuses[recipient.state];
  if (status === undefined || !mayExchange(status)) return 'T4';
  if (!isListed(recipient, input.date)) return 'T6';
  if (holders.includes(recipient.code)) return 'T1';
  const states = holders.map((code) => findBody(code, input.bodies)?.state);
  return states.includes(recipient.state) ? 'T3' : 'T2';
}

/**
 * Papers of which it is confirmed that their purpose, in other words, covers this one. For one originator the officer who sends
 * confirms it; for what was created in cooperation and for an observer the director does, in his decision (Art. 5(2), 12).
 */
export function confirmedPurposes(relation: Relation): readonly string[] {
  const { input } = relation;
  return confirmedByDirector(relation) ? (input.directorDecision?.confirmedPurposes ?? []) : (input.confirmedPurposes ?? []);
}

/** Whether the director decides on this transfer beside the bodies (Art. 5(2); R12.8). */
export function confirmedByDirector({ row, joint }: Relation): boolean {
  return joint || row === 'T5';
}

/** Throws nothing and guesses nothing: what cannot be placed lands in T4 or T6, which refuse. */
export function relationOf(input: TransferInput): Relation {
  const { origin } = input.material;
  const originators = origin.kind === 'single' ? [origin.originator] : origin.contributors.map((one) => one.body);
  const lines = new Map<string, Set<string>>();
  for (const code of originators.filter((one) => one !== '')) {
    const line = successionLine(code, input.bodies);
    const holder = line.at(-1) ?? code;
    lines.set(holder, new Set([...(lines.get(holder) ?? []), ...line]));
  }
  const holders = [...lines.keys()];
  const recipient = findBody(input.recipient, input.bodies);
  return { input, recipient, row: rowOf(input, recipient, holders), holders, lines, joint: origin.kind !== 'single' };
}
