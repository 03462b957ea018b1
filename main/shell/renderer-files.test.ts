import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFrom, noncePlaceholder } from './renderer-files.ts';

const outer = mkdtempSync(join(tmpdir(), 'grif-files-'));
const folder = join(outer, 'renderer');

beforeAll(() => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), `<meta nonce="${noncePlaceholder}"><script nonce="${noncePlaceholder}"></script>`);
  writeFileSync(join(folder, 'assets/a.js'), 'export {};');
  writeFileSync(join(folder, 'assets/note.exe'), 'x');
  writeFileSync(join(outer, 'secret.txt'), 'not for the screens');
  mkdirSync(join(outer, 'renderer-old'));
  writeFileSync(join(outer, 'renderer-old/old.js'), 'x');
});
afterAll(() => rmSync(outer, { recursive: true, force: true }));

it('serves the page with a nonce that is fresh each time and stands in the policy', async () => {
  const first = await answerFrom(folder, 'GET', '/');
  const second = await answerFrom(folder, 'GET', '/index.html');
  const nonceOf = (body: Buffer): string | undefined => /nonce="([^"]+)"/.exec(body.toString())?.[1];
  expect(first.status).toBe(200);
  expect(nonceOf(first.body)).not.toBe(nonceOf(second.body));
  expect(first.headers['content-security-policy']).toContain(`'nonce-${nonceOf(first.body)}'`);
  expect(first.body.toString()).not.toContain(noncePlaceholder);
});

it('allows neither inline nor evaluated scripts, and only our own origin', async () => {
  const policy = (await answerFrom(folder, 'GET', '/assets/a.js')).headers['content-security-policy'] ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

it.each([
  '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/..\\secret.txt', '/../renderer-old/old.js',
  '/%00', '/%', '/assets', '/assets/', '/none.js', '/assets/note.exe', `//${outer}/secret.txt`, '/.',
])('gives nothing for %s, and the policy all the same', async (path) => {
  const answer = await answerFrom(folder, 'GET', path);
  expect(answer.status).toBe(404);
  expect(answer.body).toHaveLength(0);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});

it.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('answers no %s', async (method) => {
  expect((await answerFrom(folder, method, '/')).status).toBe(404);
});
