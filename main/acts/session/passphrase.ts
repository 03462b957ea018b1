import type { HouseHandler } from '../../context.ts';
import { judge, type Judgement } from '../../passphrases/judge.ts';
import { no } from '../../refused.ts';

interface Who {
  readonly login: string;
  readonly name: string;
}

/** What everybody knows who works with this program: the least that somebody tries. */
const house = ['caricc', 'царикц', 'grif', 'гриф', 'centre', 'центр', 'az', 'kz', 'kg', 'ru', 'tj', 'tm', 'uz', '01', '02'];

const judged = (passphrase: string, { login, name }: Who): Promise<Judgement> => judge(passphrase, [login, name, ...house]);

/** Refuses a passphrase that would not stand. That of a demonstration vault is written on its screen. */
export async function requireStrong(passphrase: string, who: Who, demonstration: boolean): Promise<void> {
  const { strength, why } = demonstration ? { strength: 'good', why: null } : await judged(passphrase, who);
  if (strength === 'weak') no('session.weakPassphrase', { why: why ?? 'words' });
}

/** Asked while it is typed; nothing of it is kept. */
export const judgePassphrase: HouseHandler<'session.judgePassphrase'> = async ({ passphrase, login, name }) => {
  const { strength, why } = await judged(passphrase, { login, name });
  return { strength, why };
};
