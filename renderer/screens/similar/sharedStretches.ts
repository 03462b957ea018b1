export interface Stretch { readonly text: string; readonly shared: boolean }

/** A stretch as main gives it: spaces folded into one, and cut with an ellipsis when it is long. */
function pattern(stretch: string): string | undefined {
  const words = stretch.replace(/…$/u, '').trim().split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`);
}

/**
 * Cuts a text as received into stretches, marking those that the reasons of a proposal name. Only for display: the
 * text itself is given back whole, character for character. A stretch is found wherever it stands as a whole word.
 */
export function sharedStretches(text: string, named: readonly string[]): readonly Stretch[] {
  const patterns = [...new Set(named)].toSorted((a, b) => b.length - a.length).map(pattern).filter((each) => each !== undefined);
  if (patterns.length === 0 || text === '') return text === '' ? [] : [{ text, shared: false }];
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${patterns.join('|')})(?![\p{L}\p{N}])`, 'gu');
  const stretches: Stretch[] = [];
  let at = 0;
  for (const found of text.matchAll(whole)) {
    if (found.index > at) stretches.push({ text: text.slice(at, found.index), shared: false });
    stretches.push({ text: found[0], shared: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), shared: false });
  return stretches;
}
