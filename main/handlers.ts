import type { Method } from '#app/contract/index.ts';
import type { Handler, HouseHandler } from './context.ts';
import { accessActs } from './acts/access/index.ts';
import { backupActs, restoreActs } from './acts/backup/index.ts';
import { cancelJob, screenTitle } from './acts/desk.ts';
import { checksActs } from './acts/checks/index.ts';
import { documentsActs } from './acts/documents/index.ts';
import { exchangeActs, folderActs } from './acts/exchange/index.ts';
import { incidentsActs } from './acts/incidents/index.ts';
import { incomingActs } from './acts/incoming/index.ts';
import { compareHead } from './acts/journal/compare-head.ts';
import { exportJournal } from './acts/journal/export.ts';
import { materialsActs } from './acts/materials/index.ts';
import { noticesActs } from './acts/notices/index.ts';
import { recoveryActs, recoveryHouseActs } from './acts/recovery/index.ts';
import { referenceActs } from './acts/reference/index.ts';
import { accountActs, sessionActs } from './acts/session/index.ts';
import { accessViews } from './views/access/index.ts';
import { backupViews } from './views/backup/index.ts';
import { checksViews } from './views/checks/index.ts';
import { deskViews } from './views/desk/index.ts';
import { exchangeViews, mediaViews } from './views/exchange/index.ts';
import { incidentsViews } from './views/incidents/index.ts';
import { incomingViews } from './views/incoming/index.ts';
import { journalViews } from './views/journal/index.ts';
import { materialsViews } from './views/materials/index.ts';
import { noticesViews } from './views/notices/index.ts';
import { recoveryViews } from './views/recovery/index.ts';
import { referenceViews } from './views/reference/index.ts';
import { officersViews, sessionViews } from './views/session/index.ts';

/** What may be asked with no vault open; every other method needs one. */
type HouseMethod = 'session.status' | 'session.unlock' | 'session.lock' | 'session.touch' | 'session.judgePassphrase' | 'vault.create' | 'vault.migrate' | 'vault.restoreHeader' | 'vault.openDemonstration' | 'vault.leaveDemonstration' | 'screen.title' | 'jobs.cancel' | 'backup.look' | 'backup.restore' | 'recovery.look' | 'recovery.open' | 'media.list' | 'media.askFolder';

export const houseHandlers: { readonly [M in HouseMethod]: HouseHandler<M> } = {
  ...sessionActs, ...sessionViews, ...restoreActs, ...recoveryHouseActs, ...mediaViews, ...folderActs, 'screen.title': screenTitle, 'jobs.cancel': cancelJob,
};

/** One handler for each method: a method without one does not compile. */
export const vaultHandlers: { readonly [M in Exclude<Method, HouseMethod>]: Handler<M> } = {
  ...accountActs, ...officersViews, ...accessActs, ...accessViews, ...referenceActs, ...referenceViews, ...incomingActs, ...incomingViews, ...materialsActs, ...materialsViews,
  ...exchangeActs, ...exchangeViews, ...noticesActs, ...noticesViews, ...incidentsActs, ...incidentsViews, ...documentsActs, ...deskViews,
  ...checksActs, ...checksViews, ...backupActs, ...backupViews, ...recoveryActs, ...recoveryViews, ...journalViews, 'journal.exportTo': exportJournal, 'journal.compareHead': compareHead,
};
