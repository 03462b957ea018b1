import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { headCode } from '#app/journal/head-code.ts';
import { cleanTrials, director, noteTaken, opened, trial, type Trial } from './vault.fixture.ts';

afterEach(cleanTrials);

const script = new URL('../../docs/verifier/grif_verify.py', import.meta.url).pathname;
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import hashlib'], { timeout: 10_000 }).status === 0);

const other = { login: 'other', name: 'Второй Вымышленный', role: 'security', passphrase: 'иная вымышленная фраза' } as const;

/** A journal with two officers, one of them disabled, a session locked, a head signed and contents in two holdings. */
async function exported(): Promise<{ t: Trial; lines: string[]; head: { seq: number; hash: string }; code: string }> {
  const t = trial();
  const first = await t.create();
  const id = await first.enrol(other);
  first.commit([noteTaken('вымышленная запись „Oʻq“'), noteTaken('другая', 'KZ-01/UPPER'), opened(1)]);
  first.lock();
  const second = await t.unlock(other);
  second.commit([opened(2)]);
  second.lock();
  const again = await t.unlock(director);
  const signed = again.signHead();
  again.disable(id, 'перевод');
  const lines = [...again.journal.export()];
  const head = again.journal.head();
  again.lock();
  if (head === undefined) throw new Error('no head');
  return { t, lines, head, code: headCode(signed.seq, signed.hash) };
}

function check(t: Trial, lines: readonly string[], ...words: string[]): { status: number | null; said: string; facts: unknown } {
  const path = join(t.root, 'journal.jsonl');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync(python ?? '', [script, path, ...words], { encoding: 'utf8', timeout: 60_000 });
  return { status, said: stderr.trim(), facts: status === 0 ? JSON.parse(stdout) : undefined };
}

/** Many journals one after another in one process, by the script's own `main`: most of what one takes is Python's start. */
const driver = `import contextlib, io, json, os, sys
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(sys.argv[1]))
import grif_verify
for path in sys.stdin.read().split():
    said, status, sys.argv = io.StringIO(), 0, [sys.argv[0], path]
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        try:
            grif_verify.main()
        except SystemExit as ended:
            status = ended.code
    print(json.dumps({"status": status, "said": said.getvalue().strip()}))
`;

function checkEach(t: Trial, journals: readonly (readonly string[])[]): { status: number; said: string }[] {
  const paths = journals.map((lines, index) => {
    const path = join(t.root, `journal${index}.jsonl`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
  const { stdout, stderr, status } = spawnSync(python ?? '', ['-c', driver, script], { encoding: 'utf8', timeout: 60_000, input: paths.join('\n') });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n').map((line) => JSON.parse(line));
}

// Where Python is missing this is skipped, and the run says so.
describe.skipIf(python === undefined)('the outside verifier (python3, no module needed)', () => {
  it('finds a real export whole, with and without a faster module, and a head printed from it', async () => {
    const { t, lines, head, code } = await exported();
    const facts = { acts: head.seq, head: head.hash, officers: 2, withheld: 0 };
    for (const words of [[], ['--plain']]) expect(check(t, lines, ...words)).toMatchObject({ status: 0, facts });
    expect(check(t, lines, '--code', code.match(/.{4}/g)?.join(' ') ?? '')).toMatchObject({ status: 0, facts: { printedHeads: 1, signedHeads: 3 } });
    expect(check(t, lines, '--code', headCode(head.seq, 'f'.repeat(64))).said).toMatch(/^broken: paper/);
    expect(check(t, lines, '--code', headCode(head.seq + 1, head.hash)).said).toMatch(/^broken: paper/);
    expect(check(t, lines, '--code', `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`).said).toMatch(/^broken: code/);
  }, 60_000);

  it('finds every altered line, and names the act', async () => {
    const { t, lines } = await exported();
    const last = lines.length - 1;
    // Another digit somewhere in each part of the line: a hash, a time, a signature, what was said.
    const altered = lines.flatMap((line, index) => [0.15, 0.5, 0.85].flatMap((part) => {
      const from = Math.floor(line.length * part);
      const at = line.slice(from).search(/[0-9a-f](?=[0-9a-f])/);
      return at < 0 ? [] : [{ index, journal: lines.with(index, line.slice(0, from + at) + (line[from + at] === '0' ? '1' : '0') + line.slice(from + at + 1)) }];
    }));
    expect(altered.length).toBeGreaterThan(2 * lines.length);
    const [whole, ...told] = checkEach(t, [lines, ...altered.map(({ journal }) => journal)]);
    expect(whole).toEqual({ status: 0, said: '' });
    for (const [n, { index }] of altered.entries()) {
      const { status, said = '' } = told[n] ?? {};
      expect([status, said.startsWith('broken: ')], `${index} ${said}`).toEqual([1, true]);
      if (index < last) expect(Number(/act (\d+)$/.exec(said)?.[1])).toBeLessThanOrEqual(index + 2);
    }
  }, 120_000);

  it('finds a line struck out, doubled, moved, cut off at the end, and an end that is not that of this journal', async () => {
    const { t, lines } = await exported();
    const another = await exported();
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [lines.toSpliced(3, 1), /gap|previous/], [lines.toSpliced(3, 0, lines[3] ?? ''), /gap/], [[...lines.slice(0, 2), lines[3] ?? '', lines[2] ?? '', ...lines.slice(4)], /gap/],
      [lines.slice(0, -1), /end/], [lines.slice(0, -2).concat(lines.at(-1) ?? ''), /end/], [lines.slice(0, -1).concat(another.lines.at(-1) ?? ''), /end/],
      [[...lines, lines[0] ?? ''], /end/], [another.lines.slice(0, 1).concat(lines.slice(1)), /previous/], [[], /end/], [['{}', ...lines], /malformed/], [['x', ...lines], /malformed/],
    ];
    const told = checkEach(t, cases.map(([altered]) => altered));
    for (const [n, [, reason]] of cases.entries()) expect(told[n]?.said).toMatch(new RegExp(`^broken: (${reason.source})`));
  }, 60_000);

  it('still verifies where what an act says is withheld, and counts it', async () => {
    const { t, lines } = await exported();
    const withheld = lines.map((line) => (line.includes('"kind":"drawer.opened"') ? line.replace(/"said":\{.*\}(?=,"second")/, '"said":null') : line));
    expect(withheld).not.toEqual(lines);
    expect(check(t, withheld)).toMatchObject({ status: 0, facts: { withheld: 2 } });
  }, 60_000);

  it('is one page of text that imports nothing but Python’s own, but for the two it can do without', () => {
    const text = readFileSync(script, 'utf8');
    expect([...text.matchAll(/^\s*(?:from|import) (\w+)/gm)].map((match) => match[1]).toSorted()).toEqual(['argparse', 'cryptography', 'cryptography', 'nacl', 'nacl']);
  });
});
