import { listConsents } from './consents.ts';
import { decide } from './decide.ts';
import { media, packages } from './media.ts';
import { outgoingPage } from './outgoing.ts';

export const exchangeViews = {
  'consents.list': listConsents,
  'release.decide': decide,
  'outgoing.page': outgoingPage,
  'media.list': media,
  'media.packages': packages,
};
