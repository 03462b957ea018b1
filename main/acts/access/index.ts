import { endDeputy, issue, recordDeputy, revoke } from './grants.ts';
import { rekey } from './rekey.ts';

export const accessActs = { 'access.issue': issue, 'access.revoke': revoke, 'access.recordDeputy': recordDeputy, 'access.endDeputy': endDeputy, 'access.rekey': rekey };
