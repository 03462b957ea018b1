import type { Finder } from './finder.ts';
import { digitsOf } from './finder.ts';

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;
const TWENTY = /(?<!\d)\d{5}[ .]?\d{3}[ .]?\d[ .]?\d{4}[ .]?\d{7}(?!\d)/g;
const CARD = /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/g;

/** ISO 13616: the first four characters to the end, letters as 10-35, the whole is 1 modulo 97. */
function isIban(characters: string): boolean {
  let rest = 0;
  for (const char of characters.slice(4) + characters.slice(0, 4)) {
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** ISO/IEC 7812-1 check digit of card numbers. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** IBANs and card numbers whose check digits hold, and twenty-digit accounts. */
export const findAccounts: Finder = function* (text) {
  for (const match of text.matchAll(IBAN)) {
    const value = match[0].replace(/ /g, '');
    if (isIban(value)) yield { kind: 'account', value, start: match.index, end: match.index + match[0].length };
  }
  for (const pattern of [TWENTY, CARD]) {
    for (const match of text.matchAll(pattern)) {
      const value = digitsOf(match[0]);
      if (value.length === 16 && !isLuhn(value)) continue;
      yield { kind: 'account', value, start: match.index, end: match.index + match[0].length };
    }
  }
};
