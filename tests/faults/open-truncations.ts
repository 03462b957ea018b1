import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { holdingName } from '#main/vault/act-body.ts';
import { unlockVault, VaultError, type OpenVault } from '#main/vault/vault.ts';
import type { Tried } from './cuts.ts';
import { openStore } from '#main/vault/store.ts';
import { lengthsOf } from './damage.ts';
import { deskTime } from './desk.ts';
import type { Attachment } from './look.ts';
import type { StoreFile } from './sample.ts';
import { keyedStores } from './stores.ts';

const open = (folder: string): Promise<OpenVault> => unlockVault(folder, {
  clock: settableClock(deskTime), workstation: 'АРМ-2', random: (length) => randomBytes(length), login: 'd', passphrase,
});

/**
 * Cuts one file of a closed vault byte by byte and asks each time only for what is the first to notice: the opening of the vault, of the
 * holding or of the attachment. Every length must be refused by a name, and the file must stay as it was cut.
 */
export async function cutAndOpen(image: string, file: StoreFile, attachments: readonly Attachment[], every: number, work: string): Promise<Tried> {
  const copy = join(work, 'cut');
  rmSync(copy, { recursive: true, force: true });
  cpSync(image, copy, { recursive: true });
  const target = join(copy, file.path);
  // A first opening sweeps and catches up; what is cut is what it leaves.
  const settled = await open(copy);
  const all = settled.holdings().length;
  settled.lock();
  const whole = readFileSync(target);
  const misses: string[] = [];
  const lengths = lengthsOf(file, every);
  const store = (await keyedStores(copy)).find(({ path }) => path === file.path);
  truncateSync(target, lengths[0]);
  const within = file.path.startsWith('holdings/') ? await insideOf(copy, file, attachments, all) : undefined;
  try {
    for (const [index, length] of lengths.entries()) {
      truncateSync(target, length);
      // Before the registry is opened nothing depends on its length: the whole door is gone through at each sixteenth one, and the store opened at every one. The
      // journal's index is not opened at the door.
      const own = store !== undefined && within === undefined && (index % 16 !== 0 || file.path === 'journal.db');
      const wrong = own ? asked(() => openStore({ path: target, place: file.path, key: store.key, stands: [] }, store.name).close()) : await (within === undefined ? openingNames(copy) : within.names());
      if (wrong !== undefined) misses.push(`${file.path} cut to ${length} of ${whole.length}: ${wrong}`);
    }
    if (!readFileSync(target).equals(whole.subarray(0, lengths.at(-1)))) misses.push(`${file.path} was written to`);
  } finally {
    within?.vault.lock();
  }
  return { what: `cut at the end: ${file.kind}`, tried: lengths.length, misses };
}

const silent = 'taken as if nothing were';
const told = (error: unknown): string | undefined => (error instanceof VaultError ? undefined : `fault of the program: ${String(error)}`);

async function openingNames(copy: string): Promise<string | undefined> {
  try {
    (await open(copy)).lock();
    return silent;
  } catch (error) {
    return told(error);
  }
}

function asked(question: () => unknown): string | undefined {
  try {
    question();
    return silent;
  } catch (error) {
    return told(error);
  }
}

/** A vault opened once, in which a holding or an attachment is asked for again and again. What was opened whole stays open, so it has been cut by now. */
async function insideOf(copy: string, file: StoreFile, attachments: readonly Attachment[], all: number): Promise<{ vault: OpenVault; names(): Promise<string | undefined> }> {
  const vault = await open(copy);
  const attachment = attachments.find(({ fileId }) => file.path.endsWith(fileId));
  if (attachment === undefined) {
    const [damage, ...more] = vault.damage();
    if (damage === undefined || more.length > 0 || vault.holdings().length !== all - 1) throw new Error(`one holding is cut, and damaged are ${vault.damage().length}`);
    const name = holdingName.parse(damage.store);
    return { vault, names: async () => asked(() => vault.holding(name)) };
  }
  return {
    vault,
    async names() {
      try {
        for await (const part of vault.files.read(attachment.holding, attachment.fileId)) if (part.length === 0) return 'an empty part';
        return silent;
      } catch (error) {
        return told(error);
      }
    },
  };
}
