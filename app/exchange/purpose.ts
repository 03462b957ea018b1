function words(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Whether two purposes are written in the same words, whatever their case and signs (Art. 8; R8.8). A purpose without a word is like no other. */
export function samePurpose(a: string, b: string): boolean {
  return words(a) !== '' && words(a) === words(b);
}
