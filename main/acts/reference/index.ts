import { recordBody, recordBodyKeys, recordChannels } from './bodies.ts';
import { annulEvent, recordAnnex1, recordEvent } from './events.ts';

export const referenceActs = {
  'reference.recordBody': recordBody,
  'reference.recordBodyKeys': recordBodyKeys,
  'reference.recordChannels': recordChannels,
  'reference.recordEvent': recordEvent,
  'reference.annulEvent': annulEvent,
  'reference.recordAnnex1': recordAnnex1,
};
