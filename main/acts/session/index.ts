import { acceptClock, changePassphrase, disable, enrol } from './accounts.ts';
import { checkVault } from './check.ts';
import { create } from './create.ts';
import { leaveDemonstration, openDemonstration } from './demonstration.ts';
import { migrate } from './migrate.ts';
import { openDraft, sealDraft } from './drafts.ts';
import { judgePassphrase } from './passphrase.ts';
import { restoreHeader } from './restore-header.ts';
import { lock, touch, unlock } from './unlock.ts';

/** What may be done with no vault open. */
export const sessionActs = {
  'session.unlock': unlock,
  'session.lock': lock,
  'session.touch': touch,
  'session.judgePassphrase': judgePassphrase,
  'vault.create': create,
  'vault.migrate': migrate,
  'vault.restoreHeader': restoreHeader,
  'vault.openDemonstration': openDemonstration,
  'vault.leaveDemonstration': leaveDemonstration,
};

export const accountActs = {
  'session.acceptClock': acceptClock,
  'session.changePassphrase': changePassphrase,
  'officers.enrol': enrol,
  'officers.disable': disable,
  'drafts.seal': sealDraft,
  'drafts.open': openDraft,
  'vault.check': checkVault,
};
