import type { RefusalTable } from './table.ts';

/** Drafts, attachments, long steps. */
export const attachmentsRefusals = {
  'draft.notYours': { rule: 'R11.5', article: '11' },
  'attachment.noPath': { rule: 'R11.2', article: '11' },
  'attachment.notAFile': { rule: 'R11.2', article: '11' },
  'attachment.tooLarge': { rule: 'R11.2', article: '11' },
  'attachment.badName': { rule: 'R11.2', article: '11' },
  'attachment.unreadable': { rule: 'R11.2', article: '11' },
  'attachment.notFound': { rule: 'R11.2', article: '11' },
  'attachment.notShowable': { rule: 'R11.2', article: '11' },
  'attachment.damaged': { rule: 'R11.4', article: '11' },
  'job.cancelled': { rule: 'R11.4', article: '11' },
} as const satisfies RefusalTable;
