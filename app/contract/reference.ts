import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { command, commandOfTwo, done, nothing, question } from './define.ts';
import { agreementEvent, annex1Version, body, bodyCode, bodyKeys, names, partyStatus, channel, stateCode } from './shapes/reference.ts';
import { civilDate, civilDateTime, id, line, optionalLine } from './shapes/text.ts';

const { listedFrom, listedTo, notifyingLetter } = body.shape;
const listing = { listedFrom, listedTo, notifyingLetter };
const recordedBy = { officer: id, recordedAt: civilDateTime };

export const reference = {
  bodies: question({
    summary: 'Bodies of the States, observers and third parties, with the letters that put them on the list.', articles: ['3'],
    roles, input: z.strictObject({ on: civilDate.nullable() }),
    /** `listings`: every period on the list, oldest first. `fingerprint`: of the recorded public keys, to be compared aloud with the body (Art. 10). */
    answer: z.array(z.strictObject({ ...body.shape, listed: z.boolean(), listings: z.array(z.strictObject(listing)), fingerprint: z.string().nullable() })),
  }),
  recordBody: command({
    summary: 'Records a body as notified: a new one, a change of names or channels, or the end of its listing.', articles: ['3', '10'],
    roles: ['director'], refusals: ['body.competentExists', 'body.listingEndsBeforeStart', 'body.letterMissing', 'body.stateMismatch', 'date.invalid', 'date.inFuture'],
    input: z.strictObject({ ...body.omit({ keys: true }).shape, document: line(200) }), answer: done,
  }),
  recordBodyKeys: commandOfTwo({
    summary: 'Records a body\'s public keys for sealed packages, with the document that vouches for them: read off it by two, because a wrong key would seal to a stranger.', articles: ['10'],
    roles: ['director', 'security'], secondRoles: ['director', 'registrar', 'security'], refusals: ['body.unknown'],
    input: z.strictObject({ body: bodyCode, keys: bodyKeys }), answer: z.strictObject({ fingerprint: z.string() }),
  }),
  events: question({ summary: 'Events of the Agreement.', articles: ['20', '21', '22', '23'], roles, input: nothing,
    answer: z.array(z.strictObject({ id, ...agreementEvent.shape, ...recordedBy, annulled: optionalLine(400).nullable() })) }),
  recordEvent: command({
    summary: 'Records an event of the Agreement with the document behind it.', articles: ['20', '21', '22', '23'],
    roles: ['director'], refusals: ['event.inFuture', 'event.dateInvalid', 'event.documentMissing', 'event.withdrawalTooEarly', 'event.foundingMissing', 'event.signatureMissing', 'event.stateUnknown'], input: agreementEvent, answer: z.strictObject({ eventId: id }),
  }),
  annulEvent: command({
    summary: 'Annuls a wrongly recorded event; it stays readable.', articles: ['11'], roles: ['director'],
    refusals: ['event.notFound'], input: z.strictObject({ eventId: id, reason: line(400) }), answer: done,
  }),
  parties: question({
    summary: 'Each State\'s status on a date, computed from the events, with the arithmetic.', articles: ['20', '21', '22', '23'],
    roles, input: z.strictObject({ on: civilDate }), answer: z.array(partyStatus),
  }),
  annex1: question({ summary: 'Versions of Annex 1.', articles: ['9'], roles, input: nothing, answer: z.array(annex1Version) }),
  recordAnnex1: command({
    summary: 'Records a new version of Annex 1 by a decision of the Council.', articles: ['9'], roles: ['director'],
    refusals: ['annex1.decisionMissing', 'annex1.notLater', 'annex1.idTaken'], input: annex1Version, answer: done,
  }),
  states: question({ summary: 'The seven States and the Centre.', roles, input: nothing,
    answer: z.array(z.strictObject({ code: z.union([stateCode, z.literal('CENTRE')]), names })) }),
  centreKeys: question({ summary: 'The Centre\'s own public keys, to be given to bodies.', articles: ['10'], roles: ['director', 'registrar', 'analyst'], input: nothing,
    answer: z.strictObject({ box: z.string(), sign: z.string(), fingerprint: z.string() }) }),
  recordChannels: command({
    summary: 'Records the channels agreed with a body and the highest degree each may carry.', articles: ['10'], roles: ['director'],
    refusals: ['body.unknown'], input: z.strictObject({ body: bodyCode, channels: z.array(channel).max(20), document: line(200) }), answer: done,
  }),
};
