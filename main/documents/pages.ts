/**
 * Number of pages of a PDF as Chromium writes it: page objects in the clear, or the page tree's count.
 * Throws RangeError where neither can be read, since a wrong «лист _ из _» is worse than none.
 */
export function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const pages = text.match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
  const trees = [...text.matchAll(/\/Type\s*\/Pages(?![a-zA-Z])[^>]*?\/Count\s+(\d+)/g)].map((match) => Number(match[1]));
  const counted = Math.max(0, ...trees);
  if (pages === 0 && counted === 0) throw new RangeError('pages of the PDF cannot be counted');
  return pages === 0 ? counted : pages;
}
