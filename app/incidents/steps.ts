import { z } from 'zod';
import { dateOf } from '#app/agreement/civilDate.ts';
import { futureRefusals, orderRefusals, paperDateRefusals } from '#app/agreement/paper-date.ts';
import { bodyCode } from '../contract/shapes/reference.ts';
import { refuse, type Refusal } from '../contract/refusals.ts';
import { civilDate, civilDateTime, id, line, optionalLine } from '../contract/shapes/text.ts';

const document = z.strictObject({ number: line(60), date: civilDate });
const bodies = z.array(bodyCode).max(50);

/** A body told the Centre of a breach on its side, in its own writing (R14.4). */
export const told = z.strictObject({ kind: z.literal('told'), body: bodyCode, channel: line(100), document });
/** The bodies and the Centre consulted; the result stands in a document (R14.5, R17.1). */
export const consulted = z.strictObject({ kind: z.literal('consulted'), bodies, date: civilDate, result: line(2000), document });
/** Whether an inquiry with the competent bodies is necessary (R14.5). */
export const discussion = z.strictObject({ kind: z.literal('discussion'), needed: z.boolean(), reason: line(1000) });
/** The amount of damage and the order of its compensation, settled by consultations, or that there is none (R14.7). */
export const damage = z.strictObject({ kind: z.literal('damage'), outcome: z.enum(['none', 'agreed']), amount: optionalLine(200), order: optionalLine(1000), bodies, document });
/** A carrier that was lost is there again; the breach stays on record (R1.4). */
export const found = z.strictObject({ kind: z.literal('found'), materialId: id, foundAt: civilDateTime, condition: line(1000) });

/** What follows the opening of a breach until it is closed (Art. 14). */
export const incidentStep = z.discriminatedUnion('kind', [told, consulted, discussion, damage, found]);
export type IncidentStep = z.output<typeof incidentStep>;

export interface StepQuestion {
  readonly step: IncidentStep;
  readonly breach: { readonly origin: 'centre' | 'external'; readonly discoveredAt: string; readonly materialIds: readonly string[] };
  /** Codes of the directory. */
  readonly bodies: ReadonlySet<string>;
  /** Civil date-time. */
  readonly now: string;
}

const unknown = (codes: readonly string[], known: ReadonlySet<string>): readonly Refusal[] =>
  codes.filter((code) => !known.has(code)).map((code) => refuse('body.unknown', { body: code }, { missing: 'notificationLetter', supplier: { kind: 'competentBody' } }));

/** Why a step of a breach cannot be recorded; all that is wrong at once (Art. 14). */
export function stepRefusals({ step, breach, bodies: known, now }: StepQuestion): readonly Refusal[] {
  const today = dateOf(now);
  const discovered = dateOf(breach.discoveredAt);
  switch (step.kind) {
    case 'told':
      return [
        ...(breach.origin === 'external' ? [] : [refuse('incident.notExternal')]),
        ...unknown([step.body], known), ...futureRefusals(step.document.date, today),
      ];
    case 'consulted':
      return [
        ...(step.bodies.length === 0 ? [refuse('incident.nobodyConsulted')] : []),
        ...unknown(step.bodies, known), ...paperDateRefusals(step.date, discovered, today), ...futureRefusals(step.document.date, today),
      ];
    case 'discussion':
      return [];
    case 'damage':
      return [
        ...(step.outcome === 'agreed' && (step.amount === '' || step.order === '' || step.bodies.length === 0) ? [refuse('incident.damageNotAgreed')] : []),
        ...unknown(step.bodies, known), ...paperDateRefusals(step.document.date, discovered, today),
      ];
    case 'found':
      return [
        ...(breach.materialIds.includes(step.materialId) ? [] : [refuse('incident.notTouched')]),
        ...futureRefusals(step.foundAt, now), ...orderRefusals(breach.discoveredAt, step.foundAt),
      ];
  }
}
