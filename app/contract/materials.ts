import { z } from 'zod';
import { command, done, question } from './define.ts';
import { attachment, admission, asReceived, basis, evaluation, materialDraft, materialRow, proposal, restrictionInput, sourceKind, textLimit } from './shapes/material.ts';
import { refusal } from './refusal-shape.ts';
import { bodyCode, degree, stateCode } from './shapes/reference.ts';
import { civilDate, civilDateTime, cursor, id, line, materialLanguage, optionalLine, pageLimit, rowsSkipped, verbatim } from './shapes/text.ts';

const content = ['director', 'registrar', 'analyst'] as const;

export const materialFilter = z.strictObject({
  text: optionalLine(400).optional(),
  bodies: z.array(bodyCode).max(100).optional(),
  states: z.array(z.union([stateCode, z.literal('CENTRE')])).max(8).optional(),
  degree: degree.optional(),
  source: z.enum(['A', 'B', 'C', 'D', 'missing']).optional(),
  accuracy: z.enum(['1', '2', '3', '4', 'missing']).optional(),
  sourceKind: sourceKind.optional(),
  basis: basis.optional(),
  language: materialLanguage.optional(),
  admission: admission.optional(),
  receivedFrom: civilDate.optional(),
  receivedTo: civilDate.optional(),
  /** The Centre's number or the sender's. */
  number: optionalLine(60).optional(),
  regNo: optionalLine(60).optional(),
  senderNumber: optionalLine(60).optional(),
  personalData: z.boolean().optional(),
  restricted: z.boolean().optional(),
  frozen: z.boolean().optional(),
  product: z.boolean().optional(),
});
export type MaterialFilter = z.infer<typeof materialFilter>;

export const materialSort = z.strictObject({
  by: z.enum(['registeredAt', 'receivedOn', 'regNo', 'originator', 'senderNumber', 'degree', 'evaluation']),
  direction: z.enum(['ascending', 'descending']),
});

const instruction = restrictionInput.shape.instruction;

const link = z.strictObject({
  id, type: z.enum(['similar', 'duplicate', 'unrelated', 'supplementOf', 'answers', 'corroborates', 'derivedFrom']),
  /** `to`: this material is the supplement or the product; `from`: the other one is. Similar and duplicate have no direction. */
  direction: z.enum(['from', 'to']), decidedAt: civilDateTime, officer: z.string(), reason: z.string(),
  /** Null when the officer has no key of the other side's holding. */
  other: materialRow.nullable(),
});

export const materials = {
  register: command({
    summary: 'Registers a material of a registered package, with its carrier and its block as received.', articles: ['2', '4', '7', '8', '9', '11', '15'],
    roles: ['registrar'],
    refusals: ['package.notFound', 'body.notListed', 'grif.belowSenders', 'grif.higherNeedsReason', 'marking.aboveAnnex1', 'marking.none', 'marking.unknown',
      'basis.requestMissing', 'basis.requestNotAllowed', 'request.notFound', 'request.otherBody', 'request.unfit', 'evaluation.invalid', 'reference.missing', 'date.inFuture', 'date.order', 'count.copyBeyondTotal', 'count.invalid',
      'restriction.emptyAddressees', 'date.order', 'material.senderNumberTaken', 'material.notFound', 'attachment.notFound', 'attachment.badName'],
    input: materialDraft,
    answer: z.strictObject({
      materialId: id, regNo: z.string(), carrierCode: z.string(), admission, reasons: z.array(z.string()), hints: z.array(z.string()),
      evaluation, proposals: z.array(proposal), outsideAccess: z.boolean(),
    }),
  }),
  similar: question({
    summary: 'Materials already held that resemble a text being typed, or a registered material, each with its reasons.', articles: ['7'],
    roles: content, journal: 'search', refusals: ['material.notFound', 'restriction.viewOnly', 'restriction.unreadable'],
    input: z.strictObject({ text: verbatim(textLimit).optional(), materialId: id.optional() }),
    answer: z.strictObject({ proposals: z.array(proposal), outsideAccess: z.boolean() }),
  }),
  page: question({
    summary: 'A page of the list of materials: filtered, sorted, found by text in eight languages.', articles: ['11'],
    roles: content, journal: 'search', refusals: ['search.badCursor'],
    input: z.strictObject({ filter: materialFilter, sort: materialSort, cursor: cursor.nullable(), skip: rowsSkipped.optional(), limit: pageLimit }),
    answer: z.strictObject({ rows: z.array(materialRow), next: cursor.nullable(), total: z.int().nullable() }),
  }),
  card: question({
    summary: 'A material: as received beside the Centre\'s own fields, carriers, links, restrictions, consents, transfers, notices, its journal.',
    articles: ['7', '8', '9', '11'], roles: content, journal: 'view', refusals: ['material.notFound'],
    input: z.strictObject({ materialId: id }),
    answer: z.strictObject({
      row: materialRow,
      /** Why the content is kept from this officer: text, attributes, attachments, remarks and summary are then empty (R9.5, R11.5). */
      withheld: z.array(refusal),
      asReceived, evaluation,
      /** The originator's evaluations: as it came, and each later one by its paper; the last one counts (R15.5). */
      evaluations: z.array(z.strictObject({ id: id.nullable(), at: civilDateTime, officer: z.string(), ...evaluation.shape, instruction: instruction.nullable() })),
      /** What the originator reported of errors in personal data (R8.9). */
      rectifications: z.array(z.strictObject({ id, at: civilDateTime, officer: z.string(), text: z.string(), instruction })),
      packageId: id.nullable(), packageNumber: z.string(), channel: z.string(), courier: z.string(),
      requestId: id.nullable(), higherReason: z.string(), annex1Version: z.string(), officer: z.string(), reasons: z.array(z.string()),
      grifHistory: z.array(z.strictObject({ at: civilDateTime, degree, marking: z.string(), why: z.string() })),
      carriers: z.array(z.strictObject({ code: z.string(), kind: z.string(), number: z.string(), copyNo: z.int(), copies: z.int(), sheets: z.int().nullable(), markingPlace: z.string(), state: z.string() })),
      attachments: z.array(attachment),
      /** Remarks of the Centre, which stand beside the block as received. */
      annotations: z.array(z.strictObject({ at: civilDateTime, officer: z.string(), text: z.string() })),
      /** Of a product: what it was prepared from, at the degree of that time (Art. 9). */
      sources: z.array(z.strictObject({ id, degree })),
      restrictions: z.array(z.strictObject({ id, ...restrictionInput.shape, liftedBy: z.string().nullable() })),
      consents: z.array(id),
      links: z.array(link),
      transfers: z.array(z.strictObject({ at: civilDateTime, recipient: bodyCode, packageNumber: z.string(), copyNo: z.int(), consents: z.array(z.string()), purpose: z.string(),
        /** Ids of consents and restrictions of which it was confirmed that their purpose, in other words, covers this one (R8.8). */
        confirmed: z.array(id) })),
      notices: z.array(z.strictObject({ id, kind: z.string(), addressee: bodyCode, number: z.string().nullable(), status: z.string(), at: civilDateTime })),
      incidents: z.array(id),
      /** Newest first. Numbers of the journal are for who reads it: gaps between them would tell the others how much goes on elsewhere. */
      journal: z.array(z.strictObject({ seq: z.int().nullable(), at: civilDateTime, officer: z.string(), kind: z.string(), result: z.string() })),
    }),
  }),
  annotate: command({
    summary: 'Adds the Centre\'s remark beside the block as received, which itself never changes.', articles: ['11'], roles: ['registrar', 'analyst'],
    refusals: ['material.notFound'], input: z.strictObject({ materialId: id, text: line(2000) }), answer: done,
  }),
  admit: command({
    summary: 'The director admits to use what was received and not admitted, once the sender stands on the list and its State is bound.',
    articles: ['3', '20', '21'], roles: ['director'],
    refusals: ['material.notFound', 'material.alreadyAdmitted', 'party.notInForce', 'party.withdrawn', 'party.statusUnknown', 'body.unknown', 'body.notListed', 'body.notASource'],
    input: z.strictObject({ materialId: id, basis: line(400) }), answer: done,
  }),
  prepareProduct: command({
    summary: 'Records a material prepared by the Centre from its sources; the grif is the highest of theirs and is computed.', articles: ['5', '9'],
    roles: ['registrar', 'analyst'], refusals: ['material.notFound', 'material.notAdmitted', 'product.noSources', 'material.frozen', 'restriction.noProduct', 'restriction.viewOnly', 'restriction.unreadable'],
    input: z.strictObject({ title: line(300), text: verbatim(textLimit), language: materialLanguage, sources: z.array(id).max(200), sheets: z.int().min(1).max(100_000), copies: z.int().min(1).max(1000) }),
    answer: z.strictObject({ materialId: id, regNo: z.string(), degree, carrierCode: z.string() }),
  }),
};

export const links = {
  decide: command({
    summary: 'The officer\'s decision on a pair: similar, supplement, duplicate or unrelated. Similar and duplicate draft one neutral notice per originator; the latest decision counts, and unrelated cancels the drafts of the one before.',
    articles: ['7'], roles: ['registrar', 'analyst'], refusals: ['material.notFound', 'link.toItself', 'link.exists', 'link.cycle', 'material.notAdmitted'],
    input: z.strictObject({ materialId: id, otherId: id, decision: z.enum(['similar', 'supplement', 'duplicate', 'unrelated']), reason: optionalLine(1000) }),
    answer: z.strictObject({ linkId: id, notices: z.array(z.strictObject({ noticeId: id, addressee: bodyCode })) }),
  }),
  tree: question({
    summary: 'A material with its supplements and similar materials as a small tree.', articles: ['7'], roles: content, journal: 'view',
    refusals: ['material.notFound'], input: z.strictObject({ materialId: id }),
    answer: z.strictObject({ nodes: z.array(materialRow), edges: z.array(z.strictObject({ from: id, to: id, type: z.string() })) }),
  }),
};

/** `notices`: those drafted; `outOfScope`: recipients to whom it may not be transferred any more (R9.9). */
const told = { notices: z.array(z.strictObject({ noticeId: id, addressee: bodyCode })), outOfScope: z.array(bodyCode) };

export const restrictions = {
  record: command({
    summary: 'Records an additional restriction on the originator\'s written instruction; notices to all who were given the material, or anything made of it, are drafted at once.', articles: ['9'], roles: ['registrar'],
    refusals: ['material.notFound', 'restriction.emptyAddressees', 'date.order', 'date.inFuture'],
    input: z.strictObject({ materialId: id, restriction: restrictionInput }), answer: z.strictObject({ restrictionId: id, ...told }),
  }),
  lift: command({
    summary: 'Lifts a restriction on the originator\'s written instruction; the same are told.', articles: ['9'], roles: ['registrar'],
    refusals: ['material.notFound', 'restriction.notFound', 'date.inFuture', 'date.order'], input: z.strictObject({ materialId: id, restrictionId: id, instruction: z.strictObject({ number: line(60), date: civilDate }) }),
    answer: z.strictObject(told),
  }),
  complete: command({
    summary: 'Drafts the notices of a restriction that are lacking: an officer who can open more finds recipients of products whom the one who recorded it could not see.',
    articles: ['9'], roles: ['registrar', 'director'], refusals: ['material.notFound', 'restriction.notFound'],
    input: z.strictObject({ materialId: id, restrictionId: id }), answer: z.strictObject(told),
  }),
};
