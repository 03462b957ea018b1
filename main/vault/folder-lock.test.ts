import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'grif-lock-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (): string => join(folder, 'vault.lock');
const inUse = expect.objectContaining({ code: 'inUse' });

describe('the lock of a vault', () => {
  it('is held by one and let go of once', () => {
    const release = lockFolder(folder, randomBytes);
    expect(() => lockFolder(folder, randomBytes)).toThrow(inUse);
    release();
    const next = lockFolder(folder, randomBytes);
    // Letting go twice does not take the next one's.
    release();
    expect(() => lockFolder(folder, randomBytes)).toThrow(inUse);
    next();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is respected while its program lives and taken over when it is dead, of an earlier start, or unreadable', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    lockFolder(folder, randomBytes);
    const mine = JSON.parse(readFileSync(path(), 'utf8'));
    const stat = readFileSync(`/proc/${child.pid ?? 0}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const theirs = { ...mine, pid: child.pid, start };
    writeFileSync(path(), JSON.stringify(theirs));
    expect(() => lockFolder(folder, randomBytes)).toThrow(inUse);
    child.kill('SIGKILL');
    await once(child, 'close');
    lockFolder(folder, randomBytes)();
    for (const stale of [JSON.stringify({ ...mine, start: '1' }), JSON.stringify({ ...mine, boot: 'before' }), '{"pid":', '']) {
      writeFileSync(path(), stale);
      lockFolder(folder, randomBytes)();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('names a folder that is not there', () => {
    expect(() => lockFolder(join(folder, 'none'), randomBytes)).toThrow(expect.objectContaining({ code: 'missing' }));
  });
});
