import { daysBetween } from '../agreement/civilDate.ts';

/** Days between backups until the director says otherwise; not approved by the Council (R13.1). */
export const defaultEveryDays = 7;

export interface BackupAge {
  /** Whole civil days since the last backup that was proven; null when there is none. */
  readonly days: number | null;
  readonly due: boolean;
}

/** How old the last proven backup is on a civil day, and whether another is due (Art. 12). A backup dated later than today is not believed. */
export function backupAge(provenAt: string | null, today: string, everyDays: number): BackupAge {
  if (provenAt === null || provenAt.slice(0, 10) > today) return { days: null, due: true };
  const days = daysBetween(provenAt.slice(0, 10), today);
  return { days, due: days >= everyDays };
}
