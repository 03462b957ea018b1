import { refuse, type Refusal } from '#app/contract/refusals.ts';

/** Why something dated cannot have happened: it is of a day, or of a moment, that has not come yet. Both civil dates, or both civil date-times. */
export const futureRefusals = (date: string, today: string): readonly Refusal[] => (date > today ? [refuse('date.inFuture', { date, today })] : []);

/** Why two dates cannot stand together: what comes later is dated before. */
export const orderRefusals = (earlier: string, later: string): readonly Refusal[] => (later < earlier ? [refuse('date.order', { earlier, later })] : []);

/** Why a paper is not one: it is of no day between `earliest`, the date of what it is about, and today. Civil dates. */
export const paperDateRefusals = (date: string, earliest: string, today: string): readonly Refusal[] => [...futureRefusals(date, today), ...orderRefusals(earliest, date)];
