import { listConsents } from './consents.ts';
import { decide } from './decide.ts';
import { media, packages } from './media.ts';
import { outgoingViews } from './outgoing.ts';

export const exchangeViews = {
  'consents.list': listConsents,
  'release.decide': decide,
  ...outgoingViews,
  'media.list': media,
  'media.packages': packages,
};
