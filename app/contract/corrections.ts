import { z } from 'zod';
import { command } from './define.ts';
import { sourceKind } from './shapes/material.ts';
import { bodyCode } from './shapes/reference.ts';
import { civilDate, id, line } from './shapes/text.ts';

const notice = z.strictObject({ noticeId: id, addressee: bodyCode });
/** `notices`: those drafted, to all who were given the material or anything made of it. */
const told = z.strictObject({ correctionId: id, notices: z.array(notice) });
const instruction = z.strictObject({ number: line(60), date: civilDate });
const recording = ['material.notFound', 'correction.ofProduct', 'date.inFuture', 'date.order'] as const;

/** What an originator corrects of its material on its own written word: the material as received stays, and everybody who holds it is told (Art. 8, 15). */
export const corrections = {
  reviseEvaluation: command({
    summary: 'Records the originator\'s later evaluation as a version beside the first; notices to all who were given the material are drafted at once.', articles: ['15'], roles: ['registrar'],
    refusals: [...recording, 'evaluation.invalid', 'evaluation.unchanged'],
    input: z.strictObject({ materialId: id, typed: line(10), sourceKind: sourceKind.nullable(), instruction }), answer: told,
  }),
  rectify: command({
    summary: 'Records what the originator reports of an error in personal data, beside the block as received; the same are told.', articles: ['8'], roles: ['registrar'],
    refusals: recording, input: z.strictObject({ materialId: id, text: line(2000), instruction }), answer: told,
  }),
  complete: command({
    summary: 'Drafts the notices of a correction that are lacking: an officer who can open more finds recipients of products whom the one who recorded it could not see.', articles: ['8', '15'],
    roles: ['registrar', 'director'], refusals: ['material.notFound', 'correction.notFound'],
    input: z.strictObject({ materialId: id, correctionId: id }), answer: told,
  }),
  askEvaluation: command({
    summary: 'Asks the originator for the evaluation that its material lacks, or of whose foreign code the Centre can only suggest a reading: drafts the letter.', articles: ['15'], roles: ['registrar'],
    refusals: ['material.notFound', 'correction.ofProduct', 'evaluation.given', 'evaluation.askedAlready'], input: z.strictObject({ materialId: id }), answer: notice,
  }),
};
