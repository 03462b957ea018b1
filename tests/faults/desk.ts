import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import { windowOfPaths } from '#main/acts/exchange/window.fixture.ts';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { standInPrinter } from '#main/acts/documents/paper.fixture.ts';
import { settableClock, type SettableClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';
import { headRecordBytes, headsFile } from '#main/vault/heads.ts';
import type { Printer } from '#main/shell/port.ts';
import { lightKdf } from '#main/vault/vault.ts';
import { safeName } from './trace.ts';

/** A workstation over `folder/data`, with a medium in `folder/medium` and one for backups on another disk; all that is written there is fictional. */
export interface Desk {
  readonly folder: string;
  readonly medium: string;
  readonly safe: string;
  readonly clock: SettableClock;
  /** The answer; throws with the refusals. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
  as(login: string, phrase?: string): Promise<void>;
  end(): void;
}

export const assets = join(import.meta.dirname, '../../assets');
/** Later than everything in the worlds of the fixtures. */
export const deskTime = '2026-05-10T10:00:00';

/** Commits whose heads are kept in that vault. */
export const commitsIn = (vault: string): number => Math.floor((statSync(join(vault, headsFile), { throwIfNoEntry: false })?.size ?? 0) / headRecordBytes);

export function deskAt(folder: string, safe = join(folder, safeName), answered: () => void = () => undefined, printer: Printer = standInPrinter().printer): Desk {
  const clock = settableClock(deskTime);
  const registry = createRegistry({
    clock, workstation: 'АРМ-1', version: '0', dataFolder: join(folder, 'data'), kdf: lightKdf, assets, shell: windowOfPaths(), printer, after: () => () => {},
  });
  const desk: Desk = {
    folder,
    medium: join(folder, 'medium'),
    safe,
    clock,
    async ask(method, input) {
      const envelope: Envelope<Answer<typeof method>> = JSON.parse(await registry.call(method, JSON.stringify(input)));
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
      answered();
      return envelope.value;
    },
    async as(login, phrase = passphrase) {
      registry.lock();
      await desk.ask('session.unlock', { login, passphrase: phrase });
    },
    end: () => registry.close(),
  };
  return desk;
}
