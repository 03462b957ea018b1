import { describe, expect, it } from 'vitest';
import { flushesBehind } from './flush-behind.ts';

const mebibyte = 1024 * 1024;

/** A file whose flushes end when they are told to. */
function trialFile() {
  const asked: { end: () => void; fail: (error: Error) => void }[] = [];
  let synced = 0;
  const flush = (): Promise<void> => new Promise((end, fail) => { asked.push({ end, fail }); });
  return { asked, synced: () => synced, file: { datasync: flush, sync: () => { synced += 1; return Promise.resolve(); } } };
}

describe('a file that is flushed while it is written', () => {
  it('is flushed one time after another, the rest at the end', async () => {
    const { asked, synced, file } = trialFile();
    const flushing = flushesBehind(file);
    for (let n = 1; n <= 63; n += 1) flushing.written(n * mebibyte);
    expect(asked).toHaveLength(0);
    for (let n = 64; n <= 200; n += 1) flushing.written(n * mebibyte);
    expect(asked).toHaveLength(1);
    asked[0]?.end();
    await flushing.settled();
    flushing.written(201 * mebibyte);
    expect(asked).toHaveLength(2);
    const ending = flushing.end();
    expect(synced()).toBe(0);
    asked[1]?.end();
    await ending;
    expect(synced()).toBe(1);
  });

  it('does not count as flushed when an earlier flush met a fault that the last one is not told of', async () => {
    const { asked, synced, file } = trialFile();
    const flushing = flushesBehind(file);
    flushing.written(64 * mebibyte);
    asked[0]?.fail(Object.assign(new Error('EIO'), { code: 'EIO' }));
    await flushing.settled();
    flushing.written(128 * mebibyte);
    asked[1]?.end();
    await expect(flushing.end()).rejects.toMatchObject({ code: 'EIO' });
    expect(synced()).toBe(0);
  });
});
