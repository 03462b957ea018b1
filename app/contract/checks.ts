import { z } from 'zod';
import { roles, type Role } from '../access/roles.ts';
import { appointment, certificate, check, staffCheck } from '../checks/acts.ts';
import { command, done, nothing, question } from './define.ts';
import { civilDate, civilDateTime, id, line } from './shapes/text.ts';

/** Those who answer for the protection of the information (Art. 12). */
const watch: readonly Role[] = ['director', 'security'];

const state = z.enum(['later', 'due', 'overdue']);
/** `state` null: a later record of the same object counts. */
const recorded = { id, recordedAt: civilDateTime, recordedBy: z.string(), state: state.nullable() };

/** Checks of staff, premises and means, certificates, and who is responsible for information security (Art. 10, 12). */
export const checks = {
  list: question({
    summary: 'Checks with the day of the next one, certificates and responsible officers, newest first; checks of staff for those alone who read the journal.', articles: ['10', '12'],
    roles: [...watch, 'administrator'], input: nothing,
    answer: z.strictObject({
      checks: z.array(check.extend(recorded)),
      /** Null for who does not read the journal. */
      staff: z.array(staffCheck.extend({ ...recorded, name: z.string() })).nullable(),
      certificates: z.array(certificate.extend(recorded)),
      responsible: z.array(appointment.extend({ id, name: z.string(), recordedAt: civilDateTime, recordedBy: z.string(), inOffice: z.boolean(), ended: z.string().nullable() })),
    }),
  }),
  due: question({
    summary: 'What of the checks and certificates is due or overdue, for those who answer for them, and until when the program is certified, for everybody.', articles: ['10', '12'], roles, input: nothing,
    answer: z.strictObject({ overdue: z.int(), due: z.int(), certifiedTo: civilDate.nullable(), certified: z.boolean() }),
  }),
  record: command({
    summary: 'Records a check of premises or technical means and the day of the next one.', articles: ['12'], roles: watch,
    refusals: ['check.nextNotLater', 'check.remarksMissing', 'date.inFuture'], input: check, answer: z.strictObject({ checkId: id }),
  }),
  recordStaff: command({
    summary: 'Records that an official\'s reliability was checked: date, kind and code of the result alone.', articles: ['12'], roles: watch,
    refusals: ['officer.notFound', 'check.nextNotLater', 'date.inFuture'], input: staffCheck, answer: z.strictObject({ checkId: id }),
  }),
  recordCertificate: command({
    summary: 'Records the certificate of the program or of another means of processing.', articles: ['10'], roles: watch,
    refusals: ['check.periodEmpty'], input: certificate, answer: z.strictObject({ certificateId: id }),
  }),
  appoint: command({
    summary: 'Makes an official responsible for information security, by an order, with powers and for a period.', articles: ['12'], roles: ['director'],
    refusals: ['officer.notFound', 'responsible.unfit', 'check.periodEmpty', 'date.inFuture'], input: appointment, answer: z.strictObject({ appointmentId: id }),
  }),
  endAppointment: command({
    summary: 'Ends an appointment before its time.', articles: ['12'], roles: ['director'], refusals: ['responsible.notFound'],
    input: z.strictObject({ appointmentId: id, reason: line(400) }), answer: done,
  }),
};
