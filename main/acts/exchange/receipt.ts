import { dateOf } from '#app/agreement/civilDate.ts';
import { paperDateRefusals } from '#app/agreement/paper-date.ts';
import { receiptRecorded } from '#app/exchange/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { today } from '../../clock.ts';
import type { Handler } from '../../context.ts';
import { found, no, refuseIfAny } from '../../refused.ts';
import { findPackageOut, packagesSent } from '../../vault/queries/packages-out.ts';

/** The receipt P3 has come back from the addressee (Art. 10, 11). Only what was written was sent. */
export const recordReceipt: Handler<'outgoing.receipt'> = ({ packageId, number, date }, { vault, clock }) => {
  const sent = found(findPackageOut(vault.holding(packagesSent), packageId), 'package.notFound');
  if (sent.state === 'receiptReturned') no('package.receiptTwice', { number: sent.number });
  if (sent.state !== 'written') no('package.notFound');
  const now = today(clock);
  const sealedOn = dateOf(sent.sealedAt ?? sent.startedAt);
  refuseIfAny([
    ...paperDateRefusals(date, sealedOn, now),
  ]);
  vault.commit([actOf(receiptRecorded, packageId, { id: packageId, number, date }, [{ holding: packagesSent, content: { id: packageId, number, date } }])]);
  return {};
};
