/** Shortest passphrase: with Argon2id behind it, twelve characters of one's own making are the least that is worth its name. */
const least = 12;

/**
 * Why a passphrase is too weak, or null. A plain judgement by length and variety, made offline; it cannot tell a quotation
 * from a secret.
 */
export function weakness(passphrase: string, known: readonly string[]): 'short' | 'monotonous' | 'known' | null {
  const letters = [...passphrase.normalize('NFKC').toLowerCase()];
  if (letters.length < least) return 'short';
  if (new Set(letters).size < 6) return 'monotonous';
  const bare = letters.join('');
  return known.some((one) => one.length > 3 && bare.replaceAll(one.toLowerCase(), '').length < least / 2) ? 'known' : null;
}
