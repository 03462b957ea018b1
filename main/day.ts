import { today } from './clock.ts';
import type { House } from './context.ts';

/**
 * Signs the head of the journal when a session has gone on over midnight: each lock signs it anyway, so that it is signed on each day of
 * work (R11.4). Called before each question; what the disk refuses here is met, and named, by the act that follows.
 */
export function createDayWatch(): (house: House) => void {
  let day: string | undefined;
  return ({ session, clock }) => {
    const vault = session.vault();
    const now = today(clock);
    if (vault !== undefined && day !== undefined && day < now) {
      try {
        vault.signHead();
      } catch {
        return;
      }
    }
    day = vault === undefined ? undefined : now;
  };
}
