import crypto from 'node:crypto';
import { readSync, writeSync } from 'node:fs';
import { flushCompileCache, syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/**
 * A program of its own for the test of the memory after the lock: the registry behind lines on its standard input, as a shell stands
 * before it, and every secret that is made written to file 3 at once. It keeps nothing itself: what it read and what it
 * answered is wiped here, so that what is found afterwards was left by the registry.
 */
const [, , dataFolder = ''] = process.argv;

/** Where in the program it was asked for: the first frame that is not this file. */
function asker(): string {
  const lines = new Error('who asks').stack?.split('\n').slice(2) ?? [];
  return lines.filter((line) => !line.includes('memory/child.ts') && line.includes('file://')).slice(0, 3).map((line) => line.trim().replace(/^at /, '').replace(/\(?file:\/\/.*\/(?=(?:main|app|node_modules)\/)/, '(')).join(' < ');
}

function record(bytes: Uint8Array): void {
  const label = Buffer.from(asker());
  const head = Buffer.alloc(4);
  head.writeUInt16BE(label.length, 0);
  head.writeUInt16BE(bytes.length, 2);
  writeSync(3, head);
  writeSync(3, label);
  for (let at = 0; at < bytes.length; ) at += writeSync(3, bytes, at);
}

const recorded = <A extends unknown[], R extends ArrayBuffer | Uint8Array>(make: (...args: A) => R) => (...args: A): R => {
  const made = make(...args);
  record(made instanceof ArrayBuffer ? new Uint8Array(made) : made);
  return made;
};
const randomBytes = recorded(crypto.randomBytes as (length: number) => Buffer);
Object.assign(crypto, { randomBytes, hkdfSync: recorded(crypto.hkdfSync), argon2Sync: recorded(crypto.argon2Sync), diffieHellman: recorded(crypto.diffieHellman as (keys: Parameters<typeof crypto.diffieHellman>[0]) => Buffer) });
syncBuiltinESMExports();

const { createRegistry } = await import('#main/registry.ts');
const { settableClock } = await import('#main/clock.ts');
flushCompileCache();

const { forgetMemory } = await import('#main/forget.ts');
const clock = settableClock('2026-05-10T09:00:00');
const registry = createRegistry({
  clock, workstation: 'WS', version: '0', dataFolder, kdf: { memoryKiB: 2048, passes: 1, lanes: 1, belowFloor: true }, assets: join(import.meta.dirname, '../../../assets'),
  after: () => () => {}, forget: forgetMemory, random: (length) => randomBytes(length),
  shell: { pathOf: async (token: string) => token } as never,
});

const room = Buffer.alloc(1 << 20);

/** A line of the parent: the method, a blank, the question. */
function heard(): string | undefined {
  for (let have = 0; ; ) {
    const read = readSync(0, room, have, 1, null);
    if (read === 0) return undefined;
    if (room[have] === 10) {
      const line = room.toString('utf8', 0, have);
      room.fill(0);
      return line;
    }
    have += 1;
  }
}

function say(text: string): void {
  const { written } = new TextEncoder().encodeInto(`${text}\n`, room);
  for (let at = 0; at < written; ) at += writeSync(1, room, at, written - at);
  room.fill(0);
}

say('ready');
for (let line = heard(); line !== undefined; line = heard()) {
  const at = line.indexOf(' ');
  const method = line.slice(0, at);
  if (method === 'clock') {
    clock.set(line.slice(at + 1));
    say('{}');
  } else {
    const answer = await registry.call(method, line.slice(at + 1));
    // What the program does at its next turn is done by then.
    await setImmediate();
    await setImmediate();
    say(answer);
  }
}
