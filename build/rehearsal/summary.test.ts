import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyRecord } from './record.ts';
import type { Record } from './record.ts';
import { summaryOf } from './summary.ts';

let folder = '';
let record: Record;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'grif-summary-'));
  record = emptyRecord(join(folder, 'rehearsal'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (failure?: string) => summaryOf({ record, failure, seconds: 61.4, of: 3, on: new Date(Date.UTC(2026, 10, 23, 4)), browser: 'Chromium 1' });
const hostile = '<script>alert("x")</script><img src=x onerror=alert(1)>';

describe('the summary of a rehearsal', () => {
  it('is marked fictional, runs no script and loads nothing from elsewhere', () => {
    expect(page()).toContain('FICTIONAL');
    expect(page()).not.toMatch(/<script|https?:|@import|<link/);
  });

  it('writes whatever was told as text, never as markup', () => {
    record.steps.push({ title: hostile, lines: [hostile], pictures: [{ file: 'screens/01-"a".png', caption: hostile }], seconds: 1, failure: hostile });
    record.papers.push({ form: 'P6', number: hostile, pages: 1, file: 'documents/P6.pdf', text: 'documents/P6.txt' });
    for (const fact of ['package', 'label', 'journal', 'journalHead', 'officers']) record.facts.set(fact, hostile);
    expect(page(hostile)).not.toMatch(/<script|<img src=x/);
    expect(page(hostile)).toContain('src="screens/01-%22a%22.png"');
  });

  it('says at which step it stopped and keeps what was done until then', () => {
    record.steps.push({ title: 'first', lines: ['a thing done'], pictures: [], seconds: 1, failure: undefined }, { title: 'second', lines: [], pictures: [], seconds: 1, failure: 'no field' });
    expect(page('second: no field')).toContain('Stopped at step 2 of 3: second: no field');
    expect(page('second: no field')).toContain('a thing done');
    expect(page('second: no field')).toContain('1 of 3 steps');
  });

  it('says so when the program did not even start', () => {
    expect(page('the program did not start')).toContain('Stopped before the first step');
  });
});
