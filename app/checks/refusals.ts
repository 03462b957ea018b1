import type { z } from 'zod';
import { futureRefusals } from '#app/agreement/paper-date.ts';
import type { Role } from '../access/roles.ts';
import { refuse, type Refusal } from '../contract/refusals.ts';
import type { appointment, certificate, check, staffCheck } from './acts.ts';

const nextRefusals = (date: string, nextDue: string): readonly Refusal[] => (nextDue > date ? [] : [refuse('check.nextNotLater', { date, nextDue })]);
const periodRefusals = (from: string, to: string): readonly Refusal[] => (to < from ? [refuse('check.periodEmpty', { from, to })] : []);

/** Why a check of premises or means cannot be recorded (Art. 12, R12.4). */
export function checkRefusals({ date, nextDue, document, result, remarks }: z.output<typeof check>, today: string): readonly Refusal[] {
  return [
    ...futureRefusals(date, today), ...futureRefusals(document.date, today), ...nextRefusals(date, nextDue),
    ...(result !== 'passed' && remarks === '' ? [refuse('check.remarksMissing')] : []),
  ];
}

/** Why a check of an official cannot be recorded (R12.3). */
export const staffCheckRefusals = ({ date, nextDue }: z.output<typeof staffCheck>, today: string): readonly Refusal[] => [...futureRefusals(date, today), ...nextRefusals(date, nextDue)];

/** Why a certificate cannot be recorded (R10.3). */
export const certificateRefusals = ({ from, to }: z.output<typeof certificate>): readonly Refusal[] => periodRefusals(from, to);

/** Why an official cannot be made responsible for information security: whoever registers does not watch over himself (R12.6). */
export function appointmentRefusals({ from, to, document }: z.output<typeof appointment>, role: Role, today: string): readonly Refusal[] {
  return [
    ...(role === 'registrar' || role === 'analyst' ? [refuse('responsible.unfit', { role })] : []),
    ...periodRefusals(from, to), ...futureRefusals(document.date, today),
  ];
}
