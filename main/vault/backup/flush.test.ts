import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flushesBehind } from './flush.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'grif-flush-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function objects(count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const path = join(folder, String(n));
    writeFileSync(path, String(n));
    return path;
  });
}

const never = new AbortController().signal;

describe('objects flushed while others are written', () => {
  it('stop the backup when one of them cannot be flushed, however many could afterwards', async () => {
    const flushing = flushesBehind(never);
    const [first = '', ...others] = objects(5);
    rmSync(first);
    flushing.add([first]);
    flushing.add(others);
    await expect(flushing.end()).rejects.toMatchObject({ code: 'missing', place: 'medium' });
  });

  it('are waited for at the end, and not when the backup is cancelled', async () => {
    const whole = flushesBehind(never);
    whole.add(objects(20));
    await whole.end();
    const stop = new AbortController();
    const cut = flushesBehind(stop.signal);
    cut.add(objects(20));
    stop.abort();
    await expect(cut.end()).rejects.toBe(stop.signal.reason);
    await cut.stop();
  });
});
