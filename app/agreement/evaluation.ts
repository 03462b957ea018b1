/** Annex 2: A to D for the source, 1 to 4 for the information. There is no "unknown" accuracy, so nothing is ever defaulted. */
export const sourceCodes = ['A', 'B', 'C', 'D'] as const;
export type SourceCode = (typeof sourceCodes)[number];
export const accuracyCodes = ['1', '2', '3', '4'] as const;
export type AccuracyCode = (typeof accuracyCodes)[number];
/** Footnote 1 of Annex 2. */
export const sourceKinds = [
  'official_body',
  'law_enforcement_officer',
  'special_measure',
  'assisting_person',
  'citizen',
  'media_other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

export type Evaluation =
  | {
      readonly kind: 'code';
      readonly source: SourceCode;
      readonly accuracy: AccuracyCode;
      readonly normalised: `${SourceCode}${AccuracyCode}`;
      readonly typed: string;
    }
  | { readonly kind: 'missing'; readonly typed: string }
  | {
      readonly kind: 'foreign';
      readonly typed: string;
      readonly scheme: 'europol' | 'admiralty' | 'other';
      /** For a question to the originator only; the Centre never applies it (R15.2). */
      readonly suggestion?: `D${AccuracyCode}`;
    }
  | { readonly kind: 'invalid'; readonly typed: string };

/**
 * Only letters that look the same are read as Latin. Cyrillic `Д` is not: it may stand for D or be the fourth
 * letter of nothing at all, and code D ("not assessed") must be somebody's choice.
 */
const lookAlike: Readonly<Record<string, string>> = { А: 'A', В: 'B', С: 'C', Х: 'X', Е: 'E' };

function isSource(letter: string): letter is SourceCode {
  return (sourceCodes as readonly string[]).includes(letter);
}
function isAccuracy(digit: string): digit is AccuracyCode {
  return (accuracyCodes as readonly string[]).includes(digit);
}
export function isSourceKind(text: string): text is SourceKind {
  return (sourceKinds as readonly string[]).includes(text);
}

/** Reads what an officer typed or a document bears; `typed` is given back untouched (Art. 11, original coding). */
export function readEvaluation(typed: string): Evaluation {
  const trimmed = typed.trim();
  if (trimmed === '') return { kind: 'missing', typed };
  const code = [...trimmed.toUpperCase()].map((letter) => lookAlike[letter] ?? letter).join('');
  const match = /^([A-Z])\s?[-/]?\s?(\d)$/.exec(code);
  const [letter, digit] = [match?.[1], match?.[2]];
  if (letter === undefined || digit === undefined) {
    // Three-axis schemes (5x5x5) and their like: known to be a code, known not to be ours.
    return /^[A-E][1-5][1-5A-E]$/.test(code) ? { kind: 'foreign', typed, scheme: 'other' } : { kind: 'invalid', typed };
  }
  if (isSource(letter) && isAccuracy(digit)) {
    return { kind: 'code', source: letter, accuracy: digit, normalised: `${letter}${digit}`, typed };
  }
  if (letter === 'X' && isAccuracy(digit)) return { kind: 'foreign', typed, scheme: 'europol', suggestion: `D${digit}` };
  if (/[A-F]/.test(letter) && /[1-6]/.test(digit)) return { kind: 'foreign', typed, scheme: 'admiralty' };
  return { kind: 'invalid', typed };
}

export type ConsistencyHint = 'linkCorroborating' | 'reliableButUncorroborated' | 'unassessedButCertain';

/** Warnings, never blocks: the code is the originator's, and so is the mistake if it is one (R7.11). */
export function consistencyHints(source: SourceCode, accuracy: AccuracyCode): readonly ConsistencyHint[] {
  const hints: ConsistencyHint[] = [];
  if (accuracy === '3') hints.push('linkCorroborating');
  if (source === 'A' && accuracy === '4') hints.push('reliableButUncorroborated');
  if (source === 'D' && accuracy === '1') hints.push('unassessedButCertain');
  return hints;
}
