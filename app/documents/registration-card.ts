import type { AccuracyCode, SourceCode, SourceKind } from '../agreement/evaluation.ts';
import type { Degree } from '../agreement/grif.ts';
import { requisiteDate, requisiteDateTime } from './dates.ts';
import { groups } from './inventory.ts';
import type { Block, DocumentModel, Field } from './model.ts';
import { fill } from './placeholders.ts';
import { paper, type Reference, type Requisites, type Stationery } from './stationery.ts';
import type { Wording } from './wording.ts';

type CarrierKind = keyof Wording['common']['carriers'];
type MaterialLanguage = keyof Wording['forms']['P6']['languages'];

export interface RegistrationCard {
  /** `number` is the registration number of the material. */
  readonly requisites: Requisites;
  readonly degree: Degree;
  /** Name of the body and of its State. */
  readonly originator: string;
  readonly originatorReference: Reference;
  readonly basis: 'oneOff' | 'standing' | 'initiative';
  /** Number of the request; empty for initiative informing. */
  readonly request: string;
  readonly receipt: {
    /** Civil date-time. */
    readonly at: string;
    readonly by: string;
    readonly channel: string;
    readonly courier: string;
    readonly packageNumber: string;
    readonly seals: string;
  };
  /** Byte for byte (Art. 11). */
  readonly asReceived: {
    readonly marking: string;
    readonly markingPlace: 'carrier' | 'accompanying';
    readonly evaluation: string;
    readonly language: MaterialLanguage;
    readonly attributes: readonly { readonly name: string; readonly value: string }[];
  };
  readonly higherReason: string;
  /** Version of Annex 1 with which the marking was mapped (Art. 9(3)). */
  readonly annex1: string;
  readonly evaluation: { readonly source: SourceCode | null; readonly accuracy: AccuracyCode | null; readonly sourceKind: SourceKind | null };
  readonly personalData: boolean;
  readonly summary: string;
  readonly admission: 'admitted' | 'notAdmitted';
  readonly restrictions: readonly string[];
  readonly carriers: readonly {
    readonly code: string;
    readonly kind: CarrierKind;
    readonly copy: number;
    readonly of: number;
    readonly sheets: number | null;
    readonly medium: string;
    readonly place: string;
  }[];
  readonly files: readonly { readonly size: number; readonly sha256: string }[];
  readonly registeredBy: string;
}

/** P6: parameters of receipt, what came verbatim, and the Centre's own fields beside it (Art. 11, 15). */
export function registrationCard(stationery: Stationery, card: RegistrationCard): DocumentModel {
  const { words } = stationery;
  const form = words.forms.P6;
  const blocks: Block[] = [
    ...card.carriers.filter(({ code }) => code !== '').slice(0, 1).map((carrier): Block => ({ kind: 'barcode', digits: carrier.code, label: form.barcode })),
    { kind: 'heading', text: form.receipt },
    { kind: 'fields', fields: receiptFields(words, card) },
    { kind: 'heading', text: form.asReceived },
    { kind: 'fields', fields: receivedFields(words, card) },
    { kind: 'heading', text: form.centre },
    { kind: 'fields', fields: centreFields(stationery, card) },
    { kind: 'heading', text: form.carriers },
    carriersTable(words, card),
  ];
  if (card.files.length > 0) blocks.push({ kind: 'heading', text: form.files }, filesTable(words, card));
  return paper(stationery, {
    form: 'P6',
    degree: card.degree,
    requisites: card.requisites,
    text: () => ({ title: form.title, blocks }),
    thirdPartyRule: true,
    signatures: [{ post: form.registeredBy, name: card.registeredBy }],
  });
}

function receiptFields(words: Wording, card: RegistrationCard): Field[] {
  const form = words.forms.P6;
  const or = (value: string): string => (value === '' ? words.common.notGiven : value);
  const basis = form.basisKinds[card.basis];
  return [
    { label: form.originator, value: card.originator },
    {
      label: form.originatorReference,
      value: fill(form.reference, { number: card.originatorReference.number, date: requisiteDate(card.originatorReference.date) }),
    },
    { label: form.basis, value: card.request === '' ? basis : fill(form.basisRequest, { basis, request: card.request }) },
    { label: form.receivedAt, value: requisiteDateTime(card.receipt.at) },
    { label: form.receivedBy, value: or(card.receipt.by) },
    { label: form.channel, value: or(card.receipt.channel) },
    { label: form.courier, value: or(card.receipt.courier) },
    { label: form.package, value: or(card.receipt.packageNumber) },
    { label: form.seals, value: or(card.receipt.seals) },
  ];
}

function receivedFields(words: Wording, card: RegistrationCard): Field[] {
  const form = words.forms.P6;
  const given = card.asReceived;
  const verbatim = (label: string, value: string): Field =>
    value === '' ? { label, value: words.common.notGiven } : { label, value, verbatim: true };
  return [
    verbatim(form.marking, given.marking),
    { label: form.markingPlace, value: given.markingPlace === 'carrier' ? form.onCarrier : form.inAccompanying },
    verbatim(form.evaluation, given.evaluation),
    { label: form.language, value: form.languages[given.language] },
    ...given.attributes.map((attribute) => verbatim(attribute.name, attribute.value)),
  ];
}

function centreFields(stationery: Stationery, card: RegistrationCard): Field[] {
  const { words } = stationery;
  const form = words.forms.P6;
  const { source, accuracy, sourceKind } = card.evaluation;
  const missing = words.common.notGiven;
  const fields: Field[] = [{ label: form.grif, value: stationery.marks[card.degree] }];
  if (card.higherReason !== '') fields.push({ label: form.higherReason, value: card.higherReason });
  fields.push(
    { label: form.annex1, value: card.annex1 },
    { label: form.source, value: source === null ? missing : `${source} – ${form.annex2[source]}` },
    { label: form.accuracy, value: accuracy === null ? missing : `${accuracy} – ${form.annex2[accuracy]}` },
    { label: form.sourceKind, value: sourceKind === null ? missing : form.sourceKinds[sourceKind] },
    { label: form.personalData, value: card.personalData ? words.common.yes : words.common.no },
    { label: form.admission, value: form[card.admission] },
    { label: form.restrictions, value: card.restrictions.length === 0 ? words.common.none : card.restrictions.join('\n') },
  );
  if (card.summary !== '') fields.push({ label: form.subject, value: card.summary });
  return fields;
}

function carriersTable(words: Wording, card: RegistrationCard): Block {
  const form = words.forms.P6;
  return {
    kind: 'table',
    columns: [
      { label: form.carrierCode, width: 18 },
      { label: form.carrierKind, width: 20 },
      { label: form.copy, width: 12 },
      { label: form.sheets, width: 10, align: 'right' },
      { label: form.medium, width: 18 },
      { label: form.place, width: 22 },
    ],
    rows: card.carriers.map((carrier) => [
      carrier.code,
      words.common.carriers[carrier.kind],
      `${carrier.copy} / ${carrier.of}`,
      carrier.sheets === null ? '–' : String(carrier.sheets),
      carrier.medium === '' ? '–' : carrier.medium,
      carrier.place === '' ? '–' : carrier.place,
    ]),
  };
}

function filesTable(words: Wording, card: RegistrationCard): Block {
  const form = words.forms.P6;
  return {
    kind: 'table',
    columns: [
      { label: form.fileNumber, width: 6, align: 'right' },
      { label: form.fileSize, width: 18, align: 'right' },
      { label: form.fileHash, width: 76, style: 'code' },
    ],
    rows: card.files.map((file, index) => [String(index + 1), String(file.size), groups(file.sha256, 16)]),
  };
}
