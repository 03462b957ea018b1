import type { Degree } from '../agreement/grif.ts';
import { requisiteDate, requisiteDateTime } from './dates.ts';
import type { DocumentModel, Field } from './model.ts';
import { letterToOne, type LetterToOne, type Stationery } from './stationery.ts';

/** A material of the addressee's, or one that it received: its own number may then be missing. */
export interface TouchedMaterial {
  readonly ownNumber: string;
  readonly ownDate: string;
  readonly ourNumber: string;
}

/** P17 (Art. 14, R14.3): one addressee, its own materials only. */
export interface BreachNotice extends LetterToOne {
  /** Highest degree of the addressee's own materials listed here. */
  readonly ownDegree: Degree;
  readonly kind: 'disclosure' | 'loss' | 'temporaryLoss';
  readonly object: 'information' | 'carrier' | 'both';
  /** Civil date-time of discovery. */
  readonly discoveredAt: string;
  /** What has been done, in the officer's words written for this addressee; empty: to be filled in. */
  readonly measures: string;
  /** Empty: the notice has no such line. */
  readonly circumstances: string;
  readonly materials: readonly TouchedMaterial[];
}

export function breachNotice(stationery: Stationery, notice: BreachNotice): DocumentModel {
  return letterToOne(stationery, notice, {
    form: 'P17',
    degree: notice.ownDegree,
    text: (words) => {
      const form = words.forms.P17;
      const facts: Field[] = [
        { label: form.discoveredAt, value: requisiteDateTime(notice.discoveredAt) },
        { label: form.kind, value: form.kinds[notice.kind] },
        { label: form.object, value: form.objects[notice.object] },
        { label: form.measures, value: notice.measures },
      ];
      if (notice.circumstances !== '') facts.push({ label: form.circumstances, value: notice.circumstances });
      return {
        title: notice.kind === 'disclosure' ? form.distributionTitle : form.lossTitle,
        blocks: [
          { kind: 'heading', text: form.urgent },
          { kind: 'paragraph', text: form.body },
          { kind: 'fields', fields: facts },
          { kind: 'paragraph', text: form.materials },
          {
            kind: 'table',
            columns: [
              { label: form.position, width: 8, align: 'right' },
              { label: form.yourNumber, width: 34 },
              { label: form.yourDate, width: 20 },
              { label: form.ourNumber, width: 38 },
            ],
            rows: notice.materials.map((material, index) => [
              String(index + 1),
              material.ownNumber === '' ? '–' : material.ownNumber,
              material.ownDate === '' ? '–' : requisiteDate(material.ownDate),
              material.ourNumber,
            ]),
          },
          { kind: 'paragraph', text: form.consultations },
        ],
      };
    },
  });
}
