import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Envelope, Input, Method } from '#app/contract/index.ts';
import { wipedOnFree } from '#build/wiped-on-free.ts';

/** Something of 32 bytes or more that was drawn or derived, and who asked for it. */
export interface Made {
  readonly asker: string;
  readonly bytes: Uint8Array;
}

/** A program of its own, asked over lines; see `child.ts`. */
export interface Program {
  readonly pid: number;
  readonly folder: string;
  readonly medium: string;
  readonly clock: { now(): string; set(now: string): void };
  ask<M extends Method>(method: M, input: Input<M>): Promise<Answer<M>>;
  made(): Made[];
  end(): Promise<void>;
}

export async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'grif-memory-'));
  const medium = join(folder, 'medium');
  mkdirSync(medium);
  const record = openSync(join(folder, 'made'), 'w');
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, 'child.ts'), join(folder, 'data')], { stdio: ['pipe', 'pipe', 'inherit', record], env: { ...process.env, ...wipedOnFree } });
  const { stdin, stdout, pid = 0 } = child;
  if (stdin === null || stdout === null) throw new Error('no lines to the program');
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => (await lines.next()).value ?? '';
  await line();
  return {
    pid, folder, medium,
    clock: { now: () => '2026-05-10T09:00:00', set: () => undefined },
    async ask(method, input) {
      stdin.write(`${method} ${JSON.stringify(input)}\n`);
      const envelope: Envelope<Answer<typeof method>> = JSON.parse(await line());
      if (!envelope.ok) throw new Error(`${method}: ${JSON.stringify(envelope.refusals)}`);
      return envelope.value;
    },
    made() {
      const all = readFileSync(join(folder, 'made'));
      const made: Made[] = [];
      for (let at = 0; at < all.length; ) {
        const [label, length] = [all.readUInt16BE(at), all.readUInt16BE(at + 2)];
        made.push({ asker: all.toString('utf8', at + 4, at + 4 + label), bytes: new Uint8Array(all.subarray(at + 4 + label, at + 4 + label + length)) });
        at += 4 + label + length;
      }
      return made;
    },
    async end() {
      stdin.end();
      await once(child, 'close');
      closeSync(record);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
