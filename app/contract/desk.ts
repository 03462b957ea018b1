import { z } from 'zod';
import { command, done, nothing, question } from './define.ts';
import { degree } from './shapes/reference.ts';
import { civilDate, id, line } from './shapes/text.ts';

const content = ['director', 'registrar', 'analyst'] as const;

/** The first screen of the day: every row ends in an act. */
export const desk = {
  summary: question({
    summary: 'What is due, overdue and waiting, each row leading to the screen where it is acted on.', roles: content, input: nothing,
    answer: z.strictObject({
      draftNotices: z.int(), overdueNotices: z.int(), unacknowledged: z.int(), openIncidents: z.int(), openSuspicions: z.int(), packagesWithoutMaterials: z.int(), notAdmitted: z.int(),
      awaitingJustification: z.int(), receiptsOutstanding: z.int(), materials: z.int(),
      /** Access that ends within the warning period or has ended, the first to end first: one's own, and everybody's for who signs grants (R10.2). */
      access: z.array(z.strictObject({ officerId: id, name: z.string(), own: z.boolean(), lastDay: civilDate, daysLeft: z.int() })),
      /** Whole days since the last proven backup, null when there is none. */
      backup: z.strictObject({ days: z.int().nullable(), due: z.boolean(), everyDays: z.int() }),
      /** Why recovery is to be arranged, or arranged anew, and whose departure says so; null for all but the director, and when nothing is due. */
      recovery: z.strictObject({ why: z.enum(['none', 'holderLeft', 'arrangerLeft']), names: z.array(z.string()) }).nullable(),
      overdue: z.array(z.strictObject({ kind: z.string(), id, label: z.string(), dueOn: civilDate })),
    }),
  }),
};

export const screen = {
  title: command({ summary: 'Sets the window\'s title: the grif of what is on screen stands in it.', roles: 'any',
    input: z.strictObject({ degree: degree.nullable(), screen: line(120) }), answer: done }),
};
