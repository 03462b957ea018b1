import type { z } from 'zod';
import { addresseeFor } from '#app/agreement/bodies.ts';
import type { Degree } from '#app/agreement/grif.ts';
import type { HoldingName, NewAct } from '#app/journal/act.ts';
import { actOf } from '#app/journal/kind.ts';
import { noticeDrafted, type noticeLine } from '#app/notices/acts.ts';
import { letterKinds, type LetterKind } from '#app/notices/kinds.ts';
import type { LetterParticulars } from '#app/notices/particulars.ts';
import { today } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { standingOn } from '../standing.ts';

type Held = z.input<typeof noticeDrafted.held>;

/** A letter to be drafted: all that its addressee will read, and where it lies. */
export interface Letter<K extends LetterKind = LetterKind> {
  readonly kind: K;
  /** The body with the right to it; who is written to today is found from it. */
  readonly to: string;
  /** Where what it is about lies: those who read that read the letter, and nobody else (Art. 11). */
  readonly holding: HoldingName;
  /** Of what the addressee itself gave or got; an unclassified kind bears none. */
  readonly degree: Degree | null;
  readonly link?: string;
  readonly lines?: readonly z.input<typeof noticeLine>[];
  readonly received?: Held['received'];
  readonly incident?: Held['incident'];
  readonly sender?: string;
  readonly particulars?: Extract<LetterParticulars, { readonly kind: K }>;
}

export interface Drafted {
  readonly act: NewAct;
  readonly notice: { readonly noticeId: string; readonly addressee: string };
}

/**
 * The one way in which a letter comes to be: a draft without a number. A body that left the list is written to through its successor or its State's
 * competent body (R3.4, R9.6); where nobody is left the draft keeps its name, so that it is not forgotten. Who no longer exchanges is told of
 * nothing that concerns the exchange, so such a letter seeks nobody else.
 */
export function draftLetter<K extends LetterKind>(letter: Letter<K>, { vault, clock, newId }: Pick<Context, 'vault' | 'clock' | 'newId'>): Drafted {
  const { kind, to, holding, link } = letter;
  const { exchangeOnly, classified } = letterKinds[kind];
  const { bodies, date } = standingOn(vault.registry, today(clock));
  const addressee = exchangeOnly ? to : addresseeFor(to, bodies, date)?.code ?? to;
  const id = newId();
  const about = { id, ...(link === undefined ? {} : { link }) };
  const content: Held = {
    ...about, kind, addressee, degree: classified ? letter.degree : null, lines: [...letter.lines ?? []], received: [...letter.received ?? []],
    incident: letter.incident ?? null, sender: letter.sender ?? null, ...(letter.particulars === undefined ? {} : { particulars: letter.particulars }),
  };
  return { act: actOf(noticeDrafted, id, about, [{ holding, content }]), notice: { noticeId: id, addressee } };
}
