import type { z } from 'zod';
import type { restrictionRule } from '../contract/shapes/material.ts';
import type { Degree } from '../agreement/grif.ts';
import { requisiteDate } from './dates.ts';
import type { DocumentModel } from './model.ts';
import { fill } from './placeholders.ts';
import { ruleInWords } from './restriction-words.ts';
import { letterToOne, type LetterToOne, type Stationery } from './stationery.ts';

/**
 * P13 (Art. 9; R9.6, R9.7): of one material that the addressee was given, by the numbers under which it was. The originator, its instruction
 * and other recipients are not in this type.
 */
export interface RestrictionNotice extends LetterToOne {
  /** Degree of what the addressee holds. */
  readonly ownDegree: Degree;
  readonly change: 'set' | 'lifted';
  /** Null where it is not quoted to who holds a product. */
  readonly rule: z.infer<typeof restrictionRule> | null;
  /** Civil dates, both days included; `to` null without an end. */
  readonly from: string;
  readonly to: string | null;
  /** The addressee is not among those to whom it may still be transferred (R9.9). */
  readonly outOfScope: boolean;
  readonly given: readonly { readonly number: string; readonly date: string }[];
}

export function restrictionNotice(stationery: Stationery, notice: RestrictionNotice): DocumentModel {
  const set = notice.change === 'set';
  return letterToOne(stationery, notice, {
    form: 'P13',
    degree: notice.ownDegree,
    text: (words) => {
      const form = words.forms.P13;
      const { rule, from, to } = notice;
      const validity = to === null ? fill(form.since, { from: requisiteDate(from) }) : fill(form.term, { from: requisiteDate(from), to: requisiteDate(to) });
      return {
        title: set ? form.title : form.liftedTitle,
        blocks: [
          { kind: 'paragraph', text: set ? form.body : form.liftedBody },
          {
            kind: 'table',
            columns: [{ label: form.ourNumber, width: 60 }, { label: form.ourDate, width: 40 }],
            rows: notice.given.map(({ number, date }) => [number, requisiteDate(date)]),
          },
          { kind: 'fields', fields: [{ label: form.restriction, value: rule === null ? form.notQuoted : ruleInWords(words, rule) }, { label: form.validity, value: validity }] },
          ...(set ? [{ kind: 'paragraph', text: notice.outOfScope ? form.outOfScope : form.comply } as const] : []),
          { kind: 'paragraph', text: form.acknowledge },
        ],
      };
    },
  });
}
