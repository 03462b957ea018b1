import type { Handler } from '../../context.ts';
import { no } from '../../refused.ts';

/** A draft leaves main sealed only, under the officer's own key: the desk never holds clear text. */
export const sealDraft: Handler<'drafts.seal'> = ({ json }, { vault }) => ({
  sealed: Buffer.from(vault.derive('draft').seal(new TextEncoder().encode(json))).toString('base64'),
});

export const openDraft: Handler<'drafts.open'> = ({ sealed }, { vault }) => {
  try {
    return { json: new TextDecoder().decode(vault.derive('draft').open(Buffer.from(sealed, 'base64'))) };
  } catch {
    return no('draft.notYours');
  }
};
