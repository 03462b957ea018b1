import type { DocumentModel } from '#app/documents/model.ts';
import { cssString } from './escape.ts';

/** How many sheets the text takes; null while that is being found out. */
export type Sheets = number | null;

/**
 * Page size and the furniture of each sheet (requisite 14): grif top and bottom, registration and copy number,
 * «лист _ из _». The back of the last sheet is a page but no sheet, so the total is given as a number once it is known.
 */
export function pageStyle(model: DocumentModel, sheets: Sheets): string {
  if (model.sheet === 'label') {
    return `@page { size: A4 portrait; margin: 20mm 31mm; ${box('top-left', cssString(model.furniture.demonstration), demonstration)} }`;
  }
  const { furniture } = model;
  const size = model.sheet === 'landscape' ? 'A4 landscape' : 'A4 portrait';
  const margin = model.sheet === 'landscape' ? '22mm 12mm 20mm 15mm' : '22mm 12mm 20mm 25mm';
  const grif = cssString(model.grif?.text ?? '');
  // Cut each for itself: a long number must not push the copy number off the sheet.
  const particulars = [furniture.registration, furniture.copy].filter((text) => text !== '').map(cssString).join(` ${cssString(' · ')} `) || '""';
  const total = sheets === null ? 'counter(pages)' : cssString(String(sheets));
  return [
    `@page { size: ${size}; margin: ${margin}; font: 8pt 'Noto Sans'; color: #000;`,
    box('top-left', cssString(furniture.demonstration), demonstration),
    box('top-center', grif, 'font-weight: 700; font-size: 10pt; white-space: nowrap'),
    box('top-right', cssString(furniture.copy)),
    box('bottom-left', particulars),
    box('bottom-center', grif, 'font-weight: 700; font-size: 10pt; white-space: nowrap'),
    box('bottom-right', counters(furniture.sheetOf, total)),
    '}',
    // The first sheet bears grif and copy number in its upper right corner as requisites 1 and 2.
    `@page :first { ${box('top-center', 'none')} ${box('top-right', 'none')} }`,
    `@page back { ${box('bottom-right', counters(furniture.backOf, total, sheets))} }`,
  ].join('\n');
}

const demonstration = 'font-weight: 700; white-space: nowrap';

const box = (place: string, content: string, style = ''): string =>
  `@${place} { font-family: 'Noto Sans'; vertical-align: middle; content: ${content}; ${style} }`;

/** A wording with `{{page}}` and `{{pages}}` as CSS content; on the back the page is that of the last sheet. */
function counters(wording: string, total: string, last: Sheets = null): string {
  return wording
    .split(/(\{\{pages?\}\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (piece === '{{page}}') return last === null ? 'counter(page)' : cssString(String(last));
      return piece === '{{pages}}' ? total : cssString(piece);
    })
    .join(' ');
}
