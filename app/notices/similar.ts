import type { Degree } from '#app/agreement/grif.ts';
import { refuse } from '#app/contract/refusals.ts';
import type { Refusal } from '#app/contract/refusals.ts';

/** A number and civil date, as on a paper. */
export interface Reference {
  readonly number: string;
  readonly date: string;
}

/** One of two materials found similar. */
export interface SimilarSide {
  readonly materialId: string;
  /** Null for a product of the Centre: nobody outside is told of it. */
  readonly originator: string | null;
  /** The originator's own number and date. */
  readonly reference: Reference;
  /** The Centre's registration number and date. */
  readonly incoming: Reference;
  readonly degree: Degree;
}

/** What a notice says of a material: only what its addressee already has or was given. */
export interface NoticeItem {
  readonly materialId: string;
  readonly reference: Reference;
  readonly incoming: Reference;
}

/**
 * A neutral notice (Art. 7; R7.4): that the Centre holds information similar in content, and of the addressee's own
 * material nothing but its numbers. The grif is the own material's: the other's would say something of the other.
 */
export interface SimilarNotice {
  readonly kind: 'similar';
  readonly addressee: string;
  readonly about: readonly NoticeItem[];
  readonly degree: Degree;
}

export interface SimilarNotices {
  readonly drafts: readonly SimilarNotice[];
  readonly refusals: readonly Refusal[];
}

export interface SimilarPair {
  readonly a: SimilarSide;
  readonly b: SimilarSide;
}

function itemOf({ materialId, reference, incoming }: SimilarSide): NoticeItem {
  return {
    materialId,
    reference: { number: reference.number, date: reference.date },
    incoming: { number: incoming.number, date: incoming.date },
  };
}

/** Written from one body's own sides only; the other side is not in scope, so nothing of it can slip in. */
function draftFor(addressee: string, own: readonly SimilarSide[]): SimilarNotice {
  const degree = own.some((side) => side.degree === 'UPPER') ? 'UPPER' : 'LOWER';
  return { kind: 'similar', addressee, about: own.map(itemOf), degree };
}

/**
 * One draft per addressee for a confirmed pair (R7.1): two bodies get one each, one body that sent both gets a single one
 * with both its numbers (R7.6). A supplement from another body is treated just so (R7.7). A side whose own number is not
 * known cannot be told of neutrally and is refused; the other side's draft stands.
 */
export function similarNotices({ a, b }: SimilarPair): SimilarNotices {
  if (a.materialId === b.materialId) return { drafts: [], refusals: [refuse('link.toItself')] };
  const refusals: Refusal[] = [];
  const byAddressee = new Map<string, SimilarSide[]>();
  for (const side of [a, b]) {
    if (side.originator === null) continue;
    if (side.reference.number.trim() === '' || side.incoming.number.trim() === '') {
      refusals.push(refuse('notice.ownReferenceMissing', { body: side.originator }, { missing: 'coveringLetter', supplier: { kind: 'officer' } }));
      continue;
    }
    byAddressee.set(side.originator, [...(byAddressee.get(side.originator) ?? []), side]);
  }
  return { drafts: [...byAddressee].map(([addressee, own]) => draftFor(addressee, own)), refusals };
}
