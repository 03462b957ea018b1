import type { Degree } from '#app/agreement/grif.ts';
import type { NoticeItem, Reference } from '#app/notices/similar.ts';
import type { BreachKind, BreachObject } from './incident.ts';

/** A material touched by a breach, and the part each body has in it. */
export interface TouchedMaterial {
  readonly id: string;
  readonly degree: Degree;
  /**
   * The bodies that provided it: one, or for a product each contributor with the numbers of its own sources and their
   * degree - the product's own degree would tell one contributor of another's higher source.
   */
  readonly origins: readonly { readonly body: string; readonly degree: Degree; readonly items: readonly NoticeItem[] }[];
}

/** A transfer already made of a touched material. */
export interface MadeTransfer {
  readonly materialId: string;
  readonly recipient: string;
  /** Number and date of our covering letter or package, which the recipient has. */
  readonly outgoing: Reference;
}

export interface BreachNotice {
  readonly kind: 'breach';
  readonly addressee: string;
  readonly breach: BreachKind;
  readonly object: BreachObject;
  /** Civil date-time of discovery. */
  readonly discoveredAt: string;
  /** Materials that the addressee provided, by its own numbers. */
  readonly provided: readonly NoticeItem[];
  /** What it received from the Centre, by the Centre's outgoing numbers. */
  readonly received: readonly Reference[];
  readonly degree: Degree;
}

interface Part {
  provided: NoticeItem[];
  received: Reference[];
  upper: boolean;
}

/**
 * One urgent notice per originator and per recipient, at once (Art. 14; R14.2). Each lists only what its addressee gave
 * or got (R14.3): a product appears to a contributor through its own sources, to a recipient through our letter. No incident
 * number, no count and no fact in free words, for they could tell of the others.
 */
export function breachNotices(
  incident: { readonly kind: BreachKind; readonly object: BreachObject; readonly discoveredAt: string },
  materials: readonly TouchedMaterial[],
  transfers: readonly MadeTransfer[],
): readonly BreachNotice[] {
  const parts = new Map<string, Part>();
  const partOf = (body: string, degree: Degree) => {
    const part = parts.get(body) ?? { provided: [], received: [], upper: false };
    part.upper ||= degree === 'UPPER';
    parts.set(body, part);
    return part;
  };
  for (const material of materials) {
    for (const { body, degree, items } of material.origins) {
      const { provided } = partOf(body, degree);
      for (const item of items) {
        if (provided.some((one) => one.materialId === item.materialId)) continue;
        provided.push({
          materialId: item.materialId,
          reference: { number: item.reference.number, date: item.reference.date },
          incoming: { number: item.incoming.number, date: item.incoming.date },
        });
      }
    }
    for (const { recipient, outgoing } of transfers.filter((one) => one.materialId === material.id)) {
      const { received } = partOf(recipient, material.degree);
      const known = received.some((one) => one.number === outgoing.number && one.date === outgoing.date);
      if (!known) received.push({ number: outgoing.number, date: outgoing.date });
    }
  }
  return [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([addressee, { provided, received, upper }]) => ({
    kind: 'breach',
    addressee,
    breach: incident.kind,
    object: incident.object,
    discoveredAt: incident.discoveredAt,
    provided,
    received,
    degree: upper ? 'UPPER' : 'LOWER',
  }));
}
