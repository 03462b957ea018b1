import { randomBytes } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenVault } from '../vault.ts';
import { restoreVault, type Restored } from '../vault.ts';
import { lightKdf } from '../kdf.ts';
import { director, holding, noteTaken, testProjections, type Trial } from '../vault.fixture.ts';

/** Fictional: the security officer without whom nothing is restored. */
export const security = { login: 'security', name: 'Берик Вымышленный', role: 'security', passphrase: 'другая вымышленная фраза' } as const;

export const medium = { id: 'm'.repeat(20), number: 'НН-1' };
const never = new AbortController().signal;
export const quietly = { signal: never, onProgress: () => undefined };

/** A vault with two holdings, two officers who may restore, and attachments of these lengths. */
export async function vaultWith(t: Trial, lengths: readonly number[]): Promise<{ vault: OpenVault; files: string[] }> {
  const vault = await t.create();
  await vault.enrol(security);
  const files: string[] = [];
  for (const [n, length] of lengths.entries()) files.push(await attach(vault, t, length, `вложение ${n}`));
  vault.commit([noteTaken('запись первая'), noteTaken('другая запись', 'KZ-01/UPPER')]);
  return { vault, files };
}

export async function attach(vault: OpenVault, t: Trial, length: number, text: string): Promise<string> {
  const source = join(t.root, 'source.bin');
  writeFileSync(source, randomBytes(length));
  const { fileId } = await vault.files.stage(source);
  vault.commit([noteTaken(text)], { adopt: [{ fileId, holding }] });
  return fileId;
}

export const onMedium = (t: Trial): string => join(t.root, 'medium');

export const restore = (t: Trial, to: string, generation: number, more: Partial<Parameters<typeof restoreVault>[1]> = {}): Promise<Restored> => restoreVault(join(t.root, to), {
  clock: t.clock, workstation: 'АРМ-2', random: randomBytes, kdf: lightKdf, projections: testProjections, medium: onMedium(t), generation, first: director, second: security, ...quietly, ...more,
});

/** Paths of all objects on the medium. */
export const objectsOn = (t: Trial): string[] => readdirSync(join(onMedium(t), 'grif-backup/objects'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
