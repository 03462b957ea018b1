import { toSVG } from 'bwip-js/node';

/** Digits only: letters would come out wrong from a scanner under a Cyrillic layout. Throws RangeError otherwise. */
function digitsOnly(text: string, most = 40): string {
  if (!/^\d+$/.test(text) || text.length > most) throw new RangeError('a carrier code is digits');
  return text;
}

/** Code 128 bars of a carrier's or package's code, as an SVG document without text. */
export function code128(digits: string): string {
  return toSVG({ bcid: 'code128', text: digitsOnly(digits), height: 9, includetext: false });
}

/** The same digits as a DataMatrix, for carriers too small for bars. */
export function dataMatrix(digits: string, most = 40): string {
  return toSVG({ bcid: 'datamatrix', text: digitsOnly(digits, most) });
}

/** An SVG as an image: it is never part of the document, so nothing in it can act. */
export function svgImage(svg: string, alternative: string): string {
  return `<img alt="${alternative}" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;
}
