import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeInstanceLock } from './instance-lock.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'grif-lock-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const path = (): string => join(folder, 'running.lock');

it('lets one in, refuses the next by name, and lets it in after the first has left', () => {
  const first = takeInstanceLock(folder);
  expect(() => takeInstanceLock(folder)).toThrow('ALREADY_RUNNING');
  first.release();
  takeInstanceLock(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

it.each(['', 'garbage', '-1 5', '999999999 5', '0 0'])('takes over what a dead program left behind: "%s"', (left) => {
  writeFileSync(path(), left);
  takeInstanceLock(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

it('is not deceived by a process number that was used again', () => {
  writeFileSync(path(), `${process.pid} 1`);
  if (process.platform === 'linux') takeInstanceLock(folder).release();
  else expect(() => takeInstanceLock(folder)).toThrow('ALREADY_RUNNING');
});

it('does not remove a lock that is no longer its own', () => {
  const first = takeInstanceLock(folder);
  writeFileSync(path(), '1 1');
  first.release();
  expect(readFileSync(path(), 'utf8')).toBe('1 1');
});
