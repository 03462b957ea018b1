/**
 * Takes out of a PDF what the printer engine writes about itself and the moment: the information
 * dictionary (creator = user agent, producer, creation and modification time, title) and the file id.
 * A notice must say nothing but its text (Art. 7), and the same document printed twice must be the
 * same bytes.
 *
 * Skia writes the dictionary as an object in clear and refers to objects by byte offset (ISO 32000-1,
 * 7.5.4), so the words are overwritten with blanks in place: no offset moves.
 * Answers a new array; throws when the dictionary that the trailer names cannot be found, because then
 * the metadata would still be inside.
 */
export function withoutMetadata(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf);
  // One byte, one character: positions in the text are offsets in the file.
  const text = bytes.toString('latin1');
  const trailer = text.lastIndexOf('trailer');
  if (trailer < 0) throw new Error('a PDF without a trailer');
  const named = /\/Info\s+(\d+)\s+(\d+)\s+R/.exec(text.slice(trailer));
  if (named) {
    const [, number, generation] = named;
    const head = new RegExp(`(?:^|[\\r\\n])${number} ${generation} obj\\s*<<`).exec(text);
    if (!head) throw new Error('the information dictionary of the PDF was not found');
    const start = head.index + head[0].length;
    blank(bytes, start, endOfDictionary(text, start));
  }
  const id = /\/ID\s*\[\s*<[^>]*>\s*<[^>]*>\s*\]/.exec(text.slice(trailer));
  if (id) blank(bytes, trailer + id.index, trailer + id.index + id[0].length);
  return new Uint8Array(bytes);
}

/** Offset of the `>>` that closes the dictionary entered at `start`; strings may hold brackets. */
function endOfDictionary(text: string, start: number): number {
  let at = start;
  let nested = 0;
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    if (two === '<<') { nested += 1; at += 2; }
    else if (two === '>>' && nested === 0) return at;
    else if (two === '>>') { nested -= 1; at += 2; }
    else if (text[at] === '(') at = endOfString(text, at + 1);
    else at += 1;
  }
  throw new Error('the information dictionary of the PDF does not end');
}

/** Offset after the `)` of a literal string (7.3.4.2): brackets nest, a backslash escapes. */
function endOfString(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    at += 1;
  }
  return at;
}

function blank(bytes: Buffer, from: number, to: number): void {
  bytes.fill(0x20, from, to);
}
