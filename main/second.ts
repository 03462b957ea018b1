import { second as shape, type Entry } from '#app/contract/define.ts';
import { z } from 'zod';
import { secondsBetween, type Clock } from './clock.ts';
import type { Context } from './context.ts';
import { keyFolders } from './media/key-folders.ts';
import { no } from './refused.ts';
import { VaultError } from './vault/errors.ts';

const withSecondShape = z.looseObject({ second: shape });

/** Proves the second officer of a command of two persons before it runs; its acts bear both signatures (Art. 10, 12). */
export async function withSecond(context: Context, { secondRoles }: Entry, input: unknown, work: () => unknown): Promise<unknown> {
  const { second } = withSecondShape.parse(input);
  let proven = false;
  try {
    return await context.vault.together({ ...second, keyFolders: await keyFolders(second.keyFolder) }, secondRoles, () => {
      proven = true;
      return work();
    });
  } catch (error) {
    throw proven ? error : asOfSecond(error, second.login, context.clock);
  }
}

const keyFileCodes = { keyFileMissing: 'keyFile.missing', keyFileForeign: 'keyFile.foreign', keyFileDamaged: 'keyFile.damaged' } as const;
const isKeyFileTrouble = (code: string): code is keyof typeof keyFileCodes => Object.hasOwn(keyFileCodes, code);

/** What is wrong with the second person, in the contract's words; the error itself when it is about something else. */
export function asOfSecond(error: unknown, login: string, clock: Clock): unknown {
  if (!(error instanceof VaultError)) return error;
  const { code, place, retryAt } = error;
  // Theirs, and not that of whoever proves an account beside them.
  if (error.login?.toLowerCase() === login.toLowerCase() && isKeyFileTrouble(code)) no(keyFileCodes[code], { place, login, path: 'second.keyFolder' });
  if (code === 'forbidden' && place === 'samePerson') no('second.samePerson', { login });
  if (code === 'forbidden' && place === 'second') no('second.notEntitled', { login });
  if (place.toLowerCase() !== login.toLowerCase()) return error;
  if (code === 'noSuchOfficer') no('second.notEntitled', { login });
  if (code === 'wrongPassphrase') no('second.wrongPassphrase', { login });
  if (code === 'tooSoon' && retryAt !== undefined) no('session.tooSoon', { seconds: secondsBetween(clock.now(), retryAt), retryAt });
  return error;
}
