import { z } from 'zod';
import { line } from '../contract/shapes/text.ts';
import { actKind } from '../journal/kind.ts';

/** In the place of an officer's id: acts signed by the recovery's own key, and keys sealed to it. No officer's id has a star. */
export const recoveryId = '*recovery';

const key = z.string().regex(/^[0-9a-f]{64}$/);
/** Eight hex characters, one for each arrangement: they stand on every sheet. */
export const arrangementId = z.string().regex(/^[0-9a-f]{8}$/);
/** Share holders: at least two, or one person could open the recovery alone; no more than a small institution has safes for. */
export const fewestHolders = 2;
export const mostHolders = 12;
const count = z.int().min(fewestHolders).max(mostHolders);

/** Recovery by share holders, arranged by the director and the security officer (Art. 10, 12); it replaces the one before. */
export const recoveryArranged = actKind('recovery.arranged', z.strictObject({
  id: arrangementId, boxPublic: key, signPublic: key, threshold: count, holders: z.array(line(120)).min(fewestHolders).max(mostHolders),
}), null);

/** The recovery was opened with these sheets. Signed by its own key; it stands with a second officer, or with the share holders alone, and is spent with it. */
export const recoveryOpened = actKind('recovery.opened', z.strictObject({
  id: arrangementId, sheets: z.array(z.int().min(1).max(mostHolders)).min(fewestHolders), replaces: z.string(), reason: line(400),
}), null);
