import { randomBytes } from 'node:crypto';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import type { HoldingName } from '#app/journal/act.ts';
import { finish, finishGently, unlockVault, VaultError, type OpenVault } from '#main/vault/vault.ts';
import { deskTime } from './desk.ts';

/** An attachment that the vault held before it was damaged. */
export interface Attachment {
  readonly holding: HoldingName;
  readonly fileId: string;
}

/**
 * What was found when every byte was looked at in some way. `found` names what is wrong; `head` is the journal's last act
 * as it lay: another head and nothing found is a vault that is silently wrong. `fault` is a fault of the program, never right.
 */
export interface Look {
  readonly found: readonly string[];
  readonly head: string;
  /** Whether it could be opened at all. */
  readonly opened: boolean;
  readonly fault: string | undefined;
}

export async function look(folder: string, attachments: readonly Attachment[]): Promise<Look> {
  const found: string[] = [];
  let head = '';
  let vault: OpenVault | undefined;
  try {
    vault = await unlockVault(folder, { clock: settableClock(deskTime), workstation: 'АРМ-2', random: (length) => randomBytes(length), login: 'd', passphrase });
    head = headBefore(vault, found);
    for (const step of [surveyed, rebuilt, verified]) {
      // What is named once need not be looked for again.
      if (found.length === 0) found.push(...await step(vault));
    }
    if (found.length === 0) for (const one of attachments) found.push(...await readFile(vault, one));
    // What is made of the journal is thrown away when it cannot be read, and made anew; an act says so.
    if (found.length === 0 && vault.journal.count({ kind: 'journal.indexRebuilt' }) > 0) found.push('told a damaged index of the journal');
    return { found, head, opened: true, fault: undefined };
  } catch (error) {
    if (error instanceof VaultError) return { found: [...found, `${error.code} ${error.place}`], head, opened: vault !== undefined, fault: undefined };
    return { found, head, opened: vault !== undefined, fault: error instanceof Error ? error.stack ?? error.message : String(error) };
  } finally {
    vault?.lock();
  }
}

/** The last act before this opening; what the opening itself tells of damage is taken down. */
function headBefore(vault: OpenVault, found: string[]): string {
  const { acts } = vault.journal.page({}, null, 20);
  for (const act of acts) {
    if (act.workstation !== 'АРМ-2') return act.hash;
    if (act.kind === 'session.unlocked' && JSON.stringify(act.open).includes('headCompleted')) found.push('told headCompleted');
    if (act.kind === 'session.unlocked' && JSON.stringify(act.open).includes('"flaw"')) found.push('told a damaged copy of the header');
    if (act.kind === 'session.refused' && JSON.stringify(act.open).includes('damaged')) found.push(`told ${JSON.stringify(act.open)}`);
  }
  return '';
}

const surveyed = async (vault: OpenVault): Promise<string[]> => (await finishGently(vault.survey())).map(({ code, place }) => `${code} ${place}`);

function rebuilt(vault: OpenVault): string[] {
  const { differences, lost } = finish(vault.rebuild());
  return [...differences, ...lost].map((one) => JSON.stringify(one));
}

function verified(vault: OpenVault): string[] {
  const { broken } = finish(vault.journal.verify());
  return broken === undefined ? [] : [`journal ${broken.seq} ${broken.reason}`];
}

async function readFile(vault: OpenVault, { holding, fileId }: Attachment): Promise<string[]> {
  try {
    for await (const part of vault.files.read(holding, fileId)) if (part.length === 0) return ['an empty part'];
    return [];
  } catch (error) {
    if (error instanceof VaultError) return [`${error.code} ${error.place}`];
    throw error;
  }
}

/** What the registrar is told of files that he took in and gave to no material yet: nobody else has their keys. */
export async function lookAtOwn(folder: string): Promise<readonly string[]> {
  const vault = await unlockVault(folder, { clock: settableClock(deskTime), workstation: 'АРМ-2', random: (length) => randomBytes(length), login: 'r', passphrase });
  try {
    return await surveyed(vault);
  } finally {
    vault.lock();
  }
}
