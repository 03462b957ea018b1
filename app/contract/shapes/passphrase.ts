import { z } from 'zod';

/** Why a passphrase is weak, in one word; the officer is told what would help (`session.strength.why`). */
export const passphraseWords = ['short', 'common', 'words', 'known', 'keyboard', 'repeated', 'sequence', 'date', 'layout'] as const;
export type PassphraseWord = (typeof passphraseWords)[number];

export const passphrase = z.string().min(1).max(1024);

/** A folder in which a key file lies or is to be made. */
export const keyFolder = z.string().min(1).max(4096);
/** Where to look for the account's key file; null for the removable media that are plugged in. */
export const whereKeyFile = keyFolder.nullable().default(null);
