import { z } from 'zod';
import { asReceived } from '../contract/shapes/material.ts';
import { civilDate } from '../contract/shapes/text.ts';

/**
 * How the block as received lies in a package: the text alone in one file, to the byte, and what stood beside it in another
 * (Art. 11: classification, coding, requisites and attribute values as the originator gave them). The originator's number is
 * not among them: it is said only where the addressee may know it (Art. 7, 8). Both files come first among those of an item.
 */
export const textFileName = 'material.txt';
export const requisitesFileName = 'requisites.json';

export const requisites = z.strictObject({
  schema: z.literal('grif-requisites/1'),
  /** Civil date of the registration by the sender of the package. */
  registrationDate: civilDate,
  ...asReceived.omit({ text: true }).shape,
});
export type Requisites = z.infer<typeof requisites>;

/** What a package says of an item's block; null for JSON that is not of this form. */
export function readRequisites(json: string): Requisites | null {
  try {
    return requisites.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
