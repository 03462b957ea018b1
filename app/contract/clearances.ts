import { z } from 'zod';
import { contentRoles } from '../access/roles.ts';
import { command, done, question } from './define.ts';
import { bodyCode, degree } from './shapes/reference.ts';
import { civilDate, civilDateTime, id, line } from './shapes/text.ts';

const answerFields = { document: z.strictObject({ number: line(60), date: civilDate, carrier: line(200) }), confirmed: degree.nullable(), validTo: civilDate.nullable() };

/** Whether people of the bodies to whom something is addressed by name are cleared (Art. 12). */
export const clearances = {
  ask: command({
    summary: 'Asks a body whether a person of its own is cleared, as a dispatch to him by name needs: drafts the letter.', articles: ['12'], roles: ['registrar'],
    refusals: ['body.unknown', 'body.notListed', 'grant.outsideScope'],
    input: z.strictObject({ body: bodyCode, person: line(200), degree, need: line(400) }), answer: z.strictObject({ inquiryId: id, noticeId: id }),
  }),
  answer: command({
    summary: 'Records the body\'s written answer: the degree that it confirms, or that it does not.', articles: ['12'], roles: ['registrar'],
    refusals: ['clearance.inquiryNotFound', 'clearance.answeredAlready', 'date.inFuture', 'date.order'],
    input: z.strictObject({ inquiryId: id, ...answerFields }), answer: done,
  }),
  list: question({
    summary: 'Of which people it was asked whether they are cleared, and what their bodies answered.', articles: ['12'], roles: contentRoles, journal: 'view',
    input: z.strictObject({ body: bodyCode.nullable() }),
    answer: z.array(z.strictObject({
      id, noticeId: id, body: bodyCode, person: z.string(), degree, need: z.string(), askedAt: civilDateTime, officer: z.string(), answer: z.strictObject(answerFields).nullable(),
    })),
  }),
};
