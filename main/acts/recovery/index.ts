import { arrange } from './arrange.ts';

/** What may be done with no vault open. */
export { openRecoveryActs as recoveryHouseActs } from './open.ts';
export const recoveryActs = { 'recovery.arrange': arrange };
