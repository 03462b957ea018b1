import { refuse, type Refusal } from '#app/contract/refusals.ts';
import type { IncidentStep } from './steps.ts';

/** What is known of a breach when it is to be closed. */
export interface BreachFile {
  readonly number: string;
  readonly kind: 'disclosure' | 'loss' | 'temporaryLoss';
  readonly origin: 'centre' | 'external';
  readonly materialIds: readonly string[];
  /** In the order in which they were recorded. */
  readonly steps: readonly IncidentStep[];
  /** Codes of bodies that are competent ones of their States. */
  readonly competent: ReadonlySet<string>;
  /** Whether a notice is due that nobody has drafted. */
  readonly undrafted: boolean;
  /** Addressees of notices that have not gone out. */
  readonly notIssued: readonly string[];
}

/** What a breach still lacks before it can be closed; all of it at once (Art. 14; R14.4 to R14.9). */
export function openPoints({ number, kind, origin, materialIds, steps, competent, undrafted, notIssued }: BreachFile): readonly Refusal[] {
  const officer = { supplier: { kind: 'officer' } } as const;
  const discussion = steps.findLast((step) => step.kind === 'discussion');
  const inquired = steps.some((step) => step.kind === 'consulted' && step.bodies.some((body) => competent.has(body)));
  const back = new Set(steps.flatMap((step) => (step.kind === 'found' ? [step.materialId] : [])));
  return [
    ...(undrafted ? [refuse('incident.incomplete', { number })] : []),
    ...(notIssued.length > 0 ? [refuse('incident.noticesOpen', { number, bodies: [...new Set(notIssued)].toSorted().join(', ') }, officer)] : []),
    ...(origin === 'external' && !steps.some((step) => step.kind === 'told') ? [refuse('incident.tellerMissing', { number }, { supplier: { kind: 'body' } })] : []),
    ...(discussion === undefined ? [refuse('incident.discussionUndecided', { number }, officer)] : []),
    ...(discussion?.needed === true && !inquired ? [refuse('incident.discussionOpen', { number }, { supplier: { kind: 'competentBody' } })] : []),
    ...(steps.some((step) => step.kind === 'damage') ? [] : [refuse('incident.damageOpen', { number }, officer)]),
    ...(kind === 'temporaryLoss' && materialIds.some((id) => !back.has(id)) ? [refuse('incident.carrierNotFound', { number }, officer)] : []),
  ];
}
