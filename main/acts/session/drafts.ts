import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';

/** A draft leaves main sealed only, under the officer's own key: the desk never holds clear text. */
export const sealDraft: Handler<'drafts.seal'> = ({ json }, { vault }) => ({
  sealed: Buffer.from(vault.derive('officer', 'draft').seal(new TextEncoder().encode(json))).toString('base64'),
});

export const openDraft: Handler<'drafts.open'> = ({ sealed }, { vault }) => {
  const plain = vault.derive('officer', 'draft').open(Buffer.from(sealed, 'base64')) ?? no('draft.notYours');
  return { json: new TextDecoder().decode(plain) };
};
