import { approveTransfer, withdrawApproval } from './approve.ts';
import { answerClearance, askClearance } from './clearances.ts';
import { requestConsent } from './consentRequest.ts';
import { conditionMet, recordConsent, revokeConsent } from './consents.ts';
import { askFolder } from './folder.ts';
import { recordReceipt } from './receipt.ts';
import { sealPackage } from './seal.ts';
import { verifySealed } from './sealed.ts';

/** Asked with no vault open too. */
export const folderActs = { 'media.askFolder': askFolder };

export const exchangeActs = {
  'clearances.ask': askClearance,
  'clearances.answer': answerClearance,
  'consents.record': recordConsent,
  'consents.conditionMet': conditionMet,
  'consents.request': requestConsent,
  'consents.revoke': revokeConsent,
  'release.approve': approveTransfer,
  'release.withdrawApproval': withdrawApproval,
  'release.seal': sealPackage,
  'release.sealByTwo': sealPackage,
  'outgoing.receipt': recordReceipt,
  'sealed.verify': verifySealed,
};
