import { join } from 'node:path';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import { windowOfPaths } from '#main/acts/exchange/window.fixture.ts';
import { passphrase } from '#main/acts/exchange/world.fixture.ts';
import { settableClock } from '#main/clock.ts';
import { createRegistry } from '#main/registry.ts';
import { lightKdf } from '#main/vault/vault.ts';

/** A workstation over `folder/data`, with a medium in `folder/medium`; all that is written there is fictional. */
export interface Desk {
  readonly folder: string;
  readonly medium: string;
  /** The answer; throws with the refusals. */
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
  as(login: string, phrase?: string): Promise<void>;
  end(): void;
}

export const assets = join(import.meta.dirname, '../../assets');
/** Later than everything in the worlds of the fixtures. */
export const deskTime = '2026-05-10T10:00:00';

export function deskAt(folder: string): Desk {
  const registry = createRegistry({
    clock: settableClock(deskTime), workstation: 'АРМ-1', version: '0', dataFolder: join(folder, 'data'), kdf: lightKdf, assets, shell: windowOfPaths(), after: () => () => {},
  });
  const desk: Desk = {
    folder,
    medium: join(folder, 'medium'),
    async ask(method, input) {
      const envelope: Envelope<Answer<typeof method>> = JSON.parse(await registry.call(method, JSON.stringify(input)));
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
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
