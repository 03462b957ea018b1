import { z } from 'zod';
import { paperDocument } from '../contract/shapes/access.ts';
import { civilDate, id, line, optionalLine } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/** What is checked by the Centre itself (Art. 12(2)): the premises and the technical means of storage and processing. */
export const checkObjects = ['premises', 'tools'] as const;
export const checkResults = ['passed', 'remarks', 'failed'] as const;

/** A check of premises or technical means and the day of the next one (R12.4). */
export const check = z.strictObject({
  kind: z.enum(checkObjects), object: line(160), date: civilDate, result: z.enum(checkResults), remarks: optionalLine(1000), nextDue: civilDate, document: paperDocument,
});
export const checkRecorded = actKind('check.recorded', check.extend({ id }), null);

export const staffCheckKinds = ['admission', 'periodic', 'unscheduled'] as const;

/**
 * A check of an official's reliability, also with technical means (R12.3): its date, kind and the code of its result, never what it found. Sealed for those who read the
 * journal.
 */
export const staffCheck = z.strictObject({ officerId: id, kind: z.enum(staffCheckKinds), technicalMeans: z.boolean(), date: civilDate, code: line(20), nextDue: civilDate });
export const staffCheckRecorded = actKind('staffCheck.recorded', staffCheck.extend({ id }), null);

export const certified = ['program', 'software', 'workstation', 'equipment'] as const;

/** The certificate of what the information is processed with: this program, other software, a workstation, other equipment (Art. 10, R10.3). */
export const certificate = z.strictObject({ kind: z.enum(certified), tool: line(160), number: line(60), issuer: line(160), from: civilDate, to: civilDate });
export const certificateRecorded = actKind('certificate.recorded', certificate.extend({ id }), null);

/** An officer responsible for information security: by which order, with which powers, for how long (Art. 12, R12.6). */
export const appointment = z.strictObject({ officerId: id, powers: line(400), from: civilDate, to: civilDate, document: paperDocument });
export const responsibleAppointed = actKind('responsible.appointed', appointment.extend({ id }), null);
export const responsibleEnded = actKind('responsible.ended', z.strictObject({ id, reason: line(400) }), null);
