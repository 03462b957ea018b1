import { refuse } from '#app/contract/refusals.ts';
import type { Handler } from '../../context.ts';
import { refuseIfAny } from '../../refused.ts';
import { rekeyInBackground } from '../access/rekey.ts';

/** The director and the security officer share the recovery out (Art. 10, 12). The sheets wait in memory to be printed. */
export const arrange: Handler<'recovery.arrange'> = async ({ threshold, holders }, context) => {
  const twice = holders.find((one, index) => holders.findIndex((other) => other.toLowerCase() === one.toLowerCase()) < index);
  refuseIfAny([
    ...(holders.length < threshold ? [refuse('recovery.fewHolders', { holders: holders.length, threshold })] : []),
    ...(twice === undefined ? [] : [refuse('recovery.holderTwice', { name: twice })]),
  ]);
  await context.vault.recovery.arrange({ threshold, holders });
  rekeyInBackground(context);
  return { sheets: holders.length };
};
