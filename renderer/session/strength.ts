export type Strength = 'tooShort' | 'oneKind' | 'fair' | 'good';

/** The least that main accepts is main's to say; this is only a plain word while typing. */
export const leastLength = 12;

export function strengthOf(passphrase: string): Strength {
  const letters = [...passphrase];
  if (letters.length < leastLength) return 'tooShort';
  if (new Set(letters).size < 6) return 'oneKind';
  const words = passphrase.trim().split(/[\s\-_.,]+/).filter((word) => word.length > 2).length;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[\p{P}\p{S}]/u].filter((kind) => kind.test(passphrase)).length;
  return letters.length >= 20 || words >= 4 || (letters.length >= 14 && kinds >= 3) ? 'good' : 'fair';
}
