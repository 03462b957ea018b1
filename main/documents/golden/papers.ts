/** One paper of each form, for tests only. All bodies, people, numbers and places are fictional. */
import { fileURLToPath } from 'node:url';
import { breachNotice } from '#app/documents/breach-notice.ts';
import { correctionNotice } from '#app/documents/correction-notice.ts';
import { evaluationRequest } from '#app/documents/evaluation-request.ts';
import { clearanceRequest } from '#app/documents/clearance-request.ts';
import { justificationRequest } from '#app/documents/justification-request.ts';
import { consentRequest } from '#app/documents/consent-request.ts';
import { consentRevokedNotice } from '#app/documents/consent-revoked.ts';
import { coveringLetter } from '#app/documents/covering-letter.ts';
import { inventory } from '#app/documents/inventory.ts';
import { vaultHeader } from '#app/documents/vault-header.ts';
import { journalHead } from '#app/documents/journal-head.ts';
import { journalPage } from '#app/documents/journal-page.ts';
import { labels } from '#app/documents/label.ts';
import type { DocumentLanguage, DocumentModel, FormCode } from '#app/documents/model.ts';
import { receipt } from '#app/documents/receipt.ts';
import { recoverySheet } from '#app/documents/recovery-sheet.ts';
import { registrationCard, type RegistrationCard } from '#app/documents/registration-card.ts';
import { registrationStamp } from '#app/documents/registration-stamp.ts';
import { similarNotice } from '#app/documents/similar-notice.ts';
import type { Requisites, Stationery } from '#app/documents/stationery.ts';
import { restrictionNotice } from '#app/documents/restriction-notice.ts';
import { unlistedSenderLetter } from '#app/documents/unlisted-sender.ts';
import type { Wording } from '#app/documents/wording.ts';
import { bytesOfLine, lineCode } from '#app/recovery/line-code.ts';

export const lochin = { state: 'Республика Узбекистан', body: 'Boshqarma „Lochin“' };
export const director = { post: 'Директор Центра', name: 'Д. Условный' };

export const requisites: Requisites = {
  number: '26-00041/02',
  date: '2026-05-20',
  copy: { n: 1, of: 2 },
  destinations: ['Boshqarma „Lochin“', 'в дело'],
  executor: 'сотрудник Р-1',
  printedBy: 'сотрудник Р-1',
  workstation: 'АРМ-03',
  file: '7/26',
  draft: 'none',
  printEvent: '9c1f04ab',
};

const digest = (seed: number): string =>
  Array.from({ length: 64 }, (_, index) => ((seed * 7 + index * 11 + ((index * seed) % 5)) % 16).toString(16)).join('');

export const card: RegistrationCard = {
  requisites: { ...requisites, number: '26-000017', copy: { n: 1, of: 1 }, destinations: ['в картотеку'] },
  degree: 'LOWER',
  originator: 'Boshqarma „Lochin“ (UZ-01), Республика Узбекистан',
  originatorReference: { number: '4/118', date: '2026-05-12' },
  basis: 'initiative',
  request: '',
  receipt: { at: '2026-05-14T10:25:00', by: 'сотрудник Р-1', channel: 'фельдъегерская связь', courier: 'курьер К-2', packageNumber: 'П-77', seals: 'целы' },
  asReceived: {
    marking: 'MAXFIY',
    markingPlace: 'carrier',
    evaluation: 'B2',
    language: 'uz',
    attributes: [{ name: 'Manba', value: 'rasmiy organ; oʻtgan yuk mashinasi haqida maʼlumot' }],
  },
  higherReason: '',
  annex1: '2026-04 (решение Совета № 0/условное)',
  evaluation: { source: 'B', accuracy: '2', sourceKind: 'official_body' },
  personalData: false,
  summary: 'Условный пост «Oqtepa», грузовая машина',
  admission: 'admitted',
  restrictions: ['не передавать: KG-01 (указание № 4/119 от 13.05.2026)'],
  carriers: [{ code: '1234567890', kind: 'paper', copy: 2, of: 2, sheets: 3, medium: '', place: 'шкаф 2, полка 4' }],
  files: [{ size: 184_320, sha256: digest(3) }],
  registeredBy: 'сотрудник Р-1',
};

const makers: Record<FormCode, (stationery: Stationery) => DocumentModel> = {
  P1: (stationery) =>
    coveringLetter(stationery, {
      requisites,
      addressee: lochin,
      replyTo: { number: '4/120', date: '2026-05-18' },
      basis: { kind: 'oneOff', request: { number: '4/120', date: '2026-05-18' } },
      purpose: 'проверка условных сведений',
      enclosures: [
        {
          number: '26-000019', degree: 'LOWER', copy: 1, sheets: 3, marking: 'МАХФӢ', evaluation: 'C3',
          restrictions: ['только для проверки, до 30.06.2026'], consents: [{ number: '09-44', date: '2026-05-25' }],
        },
        { number: '26-000023', degree: 'UPPER', copy: 2, sheets: null, marking: '', evaluation: '', restrictions: [], consents: [] },
        { number: 'б/н', degree: null, copy: 1, sheets: 1, marking: '', evaluation: '', restrictions: [], consents: [] },
      ],
      unclassifiedWithoutEnclosures: true,
      signature: director,
    }),
  P2: (stationery) =>
    inventory(stationery, {
      requisites,
      packageNumber: '26-000008',
      addressee: lochin,
      seal: '',
      items: [
        { number: '26-000019', degree: 'LOWER', copy: 1, carrier: 'paper', sheets: 3, sha256: digest(5) },
        { number: '26-000023', degree: 'UPPER', copy: 2, carrier: 'flash', sheets: null, sha256: digest(9) },
      ],
      composedBy: 'сотрудник Р-1',
      checkedBy: 'контролёр Р-2',
    }),
  P3: (stationery) =>
    receipt(stationery, {
      packageNumber: 'П-77',
      sender: 'Boshqarma „Lochin“, Республика Узбекистан',
      receiver: 'ЦАРИКЦ, г. Алматы',
      documents: [{ number: '4/118', copies: [2] }, { number: '4/119', copies: [1, 2] }],
      partial: false,
      receivedOn: '',
      receivedBy: '',
    }),
  P4: (stationery) =>
    labels(stationery, { packageNumber: '26-000008', addressee: lochin, degree: 'UPPER', opener: 'начальник Boshqarma „Lochin“', digits: '2600000086' }),
  P6: (stationery) => registrationCard(stationery, card),
  P7: (stationery) => registrationStamp(stationery, { number: '26-000017', date: '2026-05-14', degree: 'LOWER', carrier: { code: '1234567890', copyNo: 2, copies: 2, sheets: 3, markingPlace: 'carrier' } }),
  P9: (stationery) =>
    similarNotice(stationery, {
      requisites: { ...requisites, number: '5К-2183' },
      addressee: lochin,
      ownDegree: 'LOWER',
      own: [{ ownNumber: '4/118', ownDate: '2026-05-12', ourNumber: '26-000017', ourDate: '2026-05-14' }],
      signature: director,
    }),
  P17: (stationery) =>
    breachNotice(stationery, {
      requisites: { ...requisites, number: '5К-2190' },
      addressee: lochin,
      ownDegree: 'UPPER',
      kind: 'temporaryLoss',
      object: 'carrier',
      discoveredAt: '2026-06-02T16:40:00',
      measures: 'дальнейшая передача приостановлена; ведётся розыск носителя',
      circumstances: 'условный носитель не обнаружен при проверке наличия',
      materials: [
        { ownNumber: '4/118', ownDate: '2026-05-12', ourNumber: '26-000017' },
        { ownNumber: '', ownDate: '', ourNumber: '26-000031' },
      ],
      signature: director,
    }),
  P13: (stationery) =>
    restrictionNotice(stationery, {
      requisites: { ...requisites, number: 'KG-01/S/2026/0003' },
      addressee: lochin,
      ownDegree: 'LOWER',
      change: 'set',
      rule: { kind: 'notTo', bodies: [], states: ['TM'] },
      from: '2026-06-01',
      to: null,
      outOfScope: false,
      given: [{ number: 'KG-01/S/2026/0001', date: '2026-05-19' }],
      signature: director,
    }),
  P23: (stationery) =>
    journalPage(stationery, {
      requisites: { ...requisites, number: 'Ж-26/5', copy: { n: 1, of: 1 }, destinations: ['в дело'] },
      degree: 'LOWER',
      from: '2026-05-14',
      to: '2026-05-20',
      entries: journalEntries(4),
      head: { seq: 219, hash: digest(7) },
      brokenAt: null,
      keptBy: 'сотрудник Р-1',
    }),
  J1: (stationery) =>
    journalHead(stationery, {
      requisites: { ...requisites, number: '219', copy: { n: 1, of: 1 }, destinations: ['в дело'] }, vault: digest(9).slice(0, 32), signPublic: digest(8), seq: 219, hash: digest(7),
      at: '2026-05-20T18:00:00', officer: 'сотрудник Б-1', officerId: 'b'.repeat(20), signature: digest(5) + digest(6),
    }),
  H1: (stationery) =>
    vaultHeader(stationery, {
      requisites: { ...requisites, number: '12', copy: { n: 1, of: 1 }, destinations: ['в дело'] }, vault: digest(9).slice(0, 32), serial: 12, at: '2026-05-20T18:00:00',
      logins: ['director', 'registrar'], bytes: Uint8Array.from({ length: 400 }, (_, at) => (at * 31) % 256), officer: 'сотрудник Б-1',
    }),
  R1: (stationery) =>
    recoverySheet(stationery, {
      requisites: { ...requisites, number: '0a1b2c3d/2', copy: { n: 1, of: 1 }, destinations: ['Держатель Х-2'] }, vault: digest(9).slice(0, 8), arrangement: '0a1b2c3d', n: 2, of: 5, threshold: 3, holder: 'Держатель Х-2',
      checkCode: '418203', lines: [1, 2, 3, 4].map((line) => lineCode(line, new Uint8Array(bytesOfLine).fill(line * 37))),
    }),
  P15: (stationery) =>
    clearanceRequest(stationery, {
      requisites: { ...requisites, number: '5К-2191' },
      addressee: lochin,
      degree: 'LOWER',
      person: 'К. Условный',
      asked: 'UPPER',
      need: 'получение пакета лично (вымышлено)',
      signature: director,
    }),
  P10: (stationery) =>
    consentRequest(stationery, {
      requisites: { ...requisites, number: '5К-2192' },
      addressee: lochin,
      degree: 'LOWER',
      own: [{ ownNumber: '4/118', ownDate: '2026-05-12', our: { number: '26-000017', date: '2026-05-14' } }],
      product: 'CENTRE/01/2026/0001',
      recipient: { state: 'Республика Казахстан', body: 'Служба „Тумар“' },
      purpose: 'проверка условных сведений',
      signature: director,
    }),
  L2: (stationery) =>
    evaluationRequest(stationery, {
      requisites: { ...requisites, number: 'UZ-01/S/2026/0005' }, addressee: lochin, degree: 'LOWER', own: { number: '4/118', date: '2026-05-08' }, typed: 'X2', suggestion: 'D2', signature: director,
    }),
  L5: (stationery) =>
    correctionNotice(stationery, {
      form: 'L5', requisites: { ...requisites, number: 'KG-01/S/2026/0004' }, addressee: lochin, ownDegree: 'LOWER', correction: 'Год рождения условного лица Т.: 1980, а не 1908.',
      given: [{ number: 'KG-01/S/2026/0001', date: '2026-05-19' }], signature: director,
    }),
  L6: (stationery) =>
    correctionNotice(stationery, {
      form: 'L6', requisites: { ...requisites, number: 'KG-01/S/2026/0005' }, addressee: lochin, ownDegree: 'LOWER', correction: null,
      given: [{ number: 'KG-01/S/2026/0002', date: '2026-05-20' }], signature: director,
    }),
  P14: (stationery) =>
    justificationRequest(stationery, {
      requisites: { ...requisites, number: '5К-2193' },
      addressee: lochin,
      degree: 'LOWER',
      asked: { number: '09-50', date: '2026-05-09' },
      rejected: { number: '09-51', date: '2026-05-15', reason: 'не названо условное дело' },
      signature: director,
    }),
  L4: (stationery) =>
    consentRevokedNotice(stationery, {
      requisites: { ...requisites, number: '5К-2191' },
      addressee: lochin,
      degree: 'LOWER',
      revokedOn: '2026-05-18',
      ourNumber: '26-000019',
      packages: [{ number: 'UZ-01/P/2026/0004', date: '2026-05-16' }],
      consent: { number: '09-44', date: '2026-05-10' },
      signature: director,
    }),
  L1: (stationery) =>
    unlistedSenderLetter(stationery, {
      requisites: { ...requisites, destinations: ['Служба „Тумар“', 'в дело'] },
      addressee: { state: 'Республика Казахстан', body: 'Служба „Тумар“' },
      degree: 'LOWER',
      sender: 'Управление „Вымышленное“ (KZ-99)',
      senderReference: { number: '77/1', date: '2026-05-10' },
      packageNumber: 'П-81',
      ourNumber: '26-000020',
      receivedOn: '2026-05-19',
      signature: director,
    }),
};

/** `count` entries of a fictional journal; number 204 is missing where there are that many. */
export function journalEntries(count: number): Parameters<typeof journalPage>[1]['entries'] {
  return Array.from({ length: count }, (_, index) => ({
    seq: index < 2 ? 202 + index : 203 + index,
    at: `2026-05-${String(14 + (index % 7)).padStart(2, '0')}T09:${String(index % 60).padStart(2, '0')}:00`,
    officer: 'сотрудник Р-1',
    workstation: 'АРМ-03',
    deed: 'материал зарегистрирован',
    subject: `26-${String(17 + index).padStart(6, '0')}`,
    result: index === 3 ? ('refused' as const) : ('done' as const),
    hash: digest(index + 1),
  }));
}

export const formCodes = Object.keys(makers) as FormCode[];

export const paperOf = (form: FormCode, stationery: Stationery): DocumentModel => makers[form](stationery);

/** The folder of fonts and wording in this checkout. */
export const assets = fileURLToPath(new URL('../../../assets', import.meta.url));

/** Stationery of a fictional Centre in the one or two languages given; grifs as in Annex 1. */
export function stationeryIn(forms: Readonly<Record<DocumentLanguage, Wording>>, language: DocumentLanguage, second: DocumentLanguage | null = null, demonstration = false): Stationery {
  const centre = language === 'kk' ? 'Орталық' : 'Центр';
  return {
    words: forms[language],
    second: second === null ? null : forms[second],
    marks: { LOWER: `${centre} 02`, UPPER: `${centre} 001` },
    demonstration,
  };
}
