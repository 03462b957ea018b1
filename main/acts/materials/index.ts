import { admit } from './admit.ts';
import { annotate } from './annotate.ts';
import { discardAttachment, stageAttachment } from './attachments.ts';
import { askEvaluation, completeCorrection, rectify, reviseEvaluation } from './corrections.ts';
import { decideLink } from './links.ts';
import { prepareProduct } from './product.ts';
import { registerMaterial } from './register.ts';
import { completeRestriction, liftRestriction, recordRestriction } from './restrictions.ts';

export const materialsActs = {
  'materials.register': registerMaterial,
  'materials.admit': admit,
  'materials.annotate': annotate,
  'materials.prepareProduct': prepareProduct,
  'corrections.reviseEvaluation': reviseEvaluation,
  'corrections.rectify': rectify,
  'corrections.complete': completeCorrection,
  'corrections.askEvaluation': askEvaluation,
  'links.decide': decideLink,
  'restrictions.record': recordRestriction,
  'restrictions.lift': liftRestriction,
  'restrictions.complete': completeRestriction,
  'attachments.stage': stageAttachment,
  'attachments.discard': discardAttachment,
};
