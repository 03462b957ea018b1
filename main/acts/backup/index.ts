import { makeBackup, proveBackup, removeBackup, schedule } from './make.ts';
import { checkMedium, registerMedium, withdrawMedium } from './media.ts';
import { lookAt, restore } from './restore.ts';

export const backupActs = {
  'backup.registerMedium': registerMedium, 'backup.checkMedium': checkMedium, 'backup.withdrawMedium': withdrawMedium, 'backup.schedule': schedule,
  'backup.make': makeBackup, 'backup.prove': proveBackup, 'backup.remove': removeBackup,
};

/** With no vault open. */
export const restoreActs = { 'backup.look': lookAt, 'backup.restore': restore };
