import { viewAttachment } from './attachment.ts';
import { card } from './card.ts';
import { page } from './page.ts';
import { similar } from './similar.ts';
import { tree } from './tree.ts';

export const materialsViews = {
  'materials.page': page,
  'materials.card': card,
  'materials.similar': similar,
  'links.tree': tree,
  'attachments.view': viewAttachment,
};
