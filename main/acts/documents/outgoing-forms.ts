import type { Language } from '#app/contract/shapes/text.ts';
import type { DocumentModel } from '#app/documents/model.ts';
import type { Context } from '../../context.ts';
import { enclosureForm } from '../exchange/enclosures.ts';

interface Wanted {
  readonly form: 'P1' | 'P2' | 'P3' | 'P4';
  readonly language: Language;
  readonly second: Language | null;
  readonly copies: number;
  readonly reference: string;
}

/** Papers of a package sent: made from what was sealed in it, the same words as the copies inside. */
export function outgoingForm(context: Context, packageId: string, wanted: Wanted): DocumentModel {
  return enclosureForm(context, packageId, wanted);
}
