import { approveTransfer } from './approve.ts';
import { recordConsent, revokeConsent } from './consents.ts';
import { askFolder } from './folder.ts';
import { recordReceipt } from './receipt.ts';
import { sealPackage } from './seal.ts';
import { verifySealed } from './sealed.ts';

export const exchangeActs = {
  'consents.record': recordConsent,
  'consents.revoke': revokeConsent,
  'release.approve': approveTransfer,
  'release.seal': sealPackage,
  'outgoing.receipt': recordReceipt,
  'media.askFolder': askFolder,
  'sealed.verify': verifySealed,
};
