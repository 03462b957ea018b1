import { listClearances } from './clearances.ts';
import { listConsents } from './consents.ts';
import { decide } from './decide.ts';
import { media, packages } from './media.ts';
import { outgoingViews } from './outgoing.ts';

/** Asked with no vault open too: a vault is put back from a medium. */
export const mediaViews = { 'media.list': media };

export const exchangeViews = {
  'clearances.list': listClearances,
  'consents.list': listConsents,
  'release.decide': decide,
  ...outgoingViews,
  'media.packages': packages,
};
