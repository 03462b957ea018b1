import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadScenario, parseScenario } from './load.ts';
import { scenarioPassphrase } from './passphrase.ts';
import { play, type Played, type Surprise } from './player.ts';
import { lineOf, surpriseLines } from './tell.ts';

/** Everything named here is fictional. */
const assets = resolve(import.meta.dirname, '../../assets');
const at = '2026-05-14T10:00:00';
const setting = { title: 'Проба', note: 'Вымышлено.', start: '2026-05-14T09:00:00', officers: [{ login: 'd', name: 'Д', role: 'director' }, { login: 'r', name: 'Р', role: 'registrar' }] };
const noPackage = { method: 'incoming.card', input: { packageId: 'aaaaaaaaaaaaaaaaaaaa' } };

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'grif-player-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

async function played(steps: readonly object[], more: object = {}): Promise<{ surprise: Surprise | null; lines: string[] }> {
  const lines: string[] = [];
  const scenario = parseScenario({ ...setting, ...more, steps }, 'проба');
  const surprise = await play(scenario, {
    folder: join(folder, 'play'), assets, version: '0', passphrase: scenarioPassphrase, workstation: 'TEST', onStep: (one: Played) => { lines.push(lineOf(one)); },
  });
  return { surprise, lines };
}

test('a step goes as written: a line tells it, and what it saved is used later', async () => {
  const { surprise, lines } = await played([
    { at, officer: 'r', method: 'session.status', save: { who: 'officer.login', role: 'officer.role' } },
    { at, officer: 'd', method: 'officers.list', expect: { contains: { login: '$who', role: '${role}' } } },
    { at, officer: 'r', ...noPackage, name: 'нет такого', refused: 'package.notFound' },
  ]);
  expect(surprise).toBeNull();
  expect(lines).toEqual([
    '1/3  2026-05-14 10:00  r           session.status              -  done',
    '2/3  2026-05-14 10:00  d           officers.list               -  done',
    '3/3  2026-05-14 10:00  r           incoming.card               нет такого  -  refused: package.notFound (Art. 11)',
  ]);
});

test('a wrong expectation stops the play and is shown with its difference', async () => {
  const { surprise, lines } = await played([
    { at, officer: 'd', method: 'desk.summary', name: 'стол', expect: { materials: 0, openIncidents: 3 } },
    { at, officer: 'd', method: 'desk.summary' },
  ]);
  expect(lines).toEqual([]);
  expect(surprise).toMatchObject({ number: 1, what: 'difference', difference: { place: 'openIncidents', expected: '3', actual: '0' } });
  expect(surprise === null ? [] : surpriseLines(surprise)).toEqual([
    'Surprise at step 1, desk.summary «стол», 2026-05-14T10:00:00: the answer is not what was expected', '  at        openIncidents', '  expected  3', '  actual    0',
  ]);
});

test.each([
  ['accepted where a refusal was expected', { at, officer: 'd', method: 'desk.summary', refused: 'package.notFound' }, 'accepted', /^answered: \{"draftNotices"/],
  ['refused where an answer was expected', { at, officer: 'd', ...noPackage }, 'refused', /^refused: package\.notFound/],
  ['refused for another reason', { at, officer: 'd', ...noPackage, refused: ['package.notFound', 'consent.expired'] }, 'otherRefusal', /^refused: package\.notFound/],
  ['refused by the role', { at, officer: 'r', method: 'officers.list' }, 'refused', /session\.roleNotEntitled/],
  ['saved from where there is nothing', { at, officer: 'd', method: 'desk.summary', save: { one: 'overdue[0].id' } }, 'save', /overdue\[0\]\.id/],
  ['a value that nobody saved', { at, officer: 'd', method: 'incoming.card', input: { packageId: '$never' } }, 'input', /nothing is saved under \$never/],
  ['a file outside the scenario', { at, officer: 'r', method: 'attachments.stage', input: { fileToken: { $file: '../../etc/passwd' }, name: 'a', jobId: '$job' } }, 'input', /does not lie beside/],
])('%s is a surprise', async (_, step, what, actual) => {
  const { surprise } = await played([step]);
  expect(surprise?.what).toBe(what);
  expect(surprise?.difference.actual).toMatch(actual);
});

test('the clock stands where the step puts it, and one set back is refused as on a workstation', async () => {
  const { surprise } = await played([
    { at: '2026-05-14T12:00:00', officer: 'd', method: 'session.status', expect: { now: '2026-05-14T12:00:00' } },
    { at: '2026-05-14T11:00:00', officer: 'd', method: 'officers.enrol', input: { login: 'x', name: 'Х', role: 'analyst', passphrase: scenarioPassphrase }, refused: 'session.clockSetBack' },
    { at: '2026-05-14T11:00:00', officer: null, method: 'desk.summary', refused: 'session.locked' },
  ]);
  expect(surprise).toBeNull();
});

test('reference data that the rules refuse is a surprise of the set-up', async () => {
  const event = { kind: 'notification', date: '2026-01-01', document: 'вымышлено', effectiveDate: null, note: '' };
  const { surprise } = await played([], { states: [{ code: 'KZ', events: [event] }] });
  expect(surprise).toMatchObject({ number: 0, what: 'setUp', step: { method: 'reference.recordEvent', name: 'KZ notification' } });
  expect(surprise?.difference.actual).toContain('event.signatureMissing');
});

test('a text in the scenario is staged as a file that the officer chose', async () => {
  const { surprise } = await played([
    { at, officer: 'r', method: 'attachments.stage', input: { fileToken: { $text: 'вымышлено' }, name: 'a.txt', jobId: '$job' }, expect: { size: 18 } },
    { at, officer: 'r', method: 'attachments.stage', input: { fileToken: 'file-9', name: 'a.txt', jobId: '$job' }, refused: 'attachment.noPath' },
  ]);
  expect(surprise).toBeNull();
});

describe('a file is refused', () => {
  test.each([
    ['with an unknown key', { steps: [], more: 1 }, /Unrecognized key: "more"/],
    ['with an unknown key in a step', { steps: [{ at, officer: 'd', method: 'desk.summary', expects: {} }] }, /Unrecognized key: "expects"[\s\S]*steps\[0\]/],
    ['with a method that there is not', { steps: [{ at, officer: 'd', method: 'desk.burn' }] }, /no such method of the contract/],
    ['with a refusal code that there is not', { steps: [{ at, officer: 'd', method: 'desk.summary', refused: 'desk.shut' }] }, /steps\[0\]\.refused/],
    ['with a date that does not exist', { steps: [{ at: '2026-02-30T10:00:00', officer: 'd', method: 'desk.summary' }] }, /notADate/],
    ['that both expects and is refused', { steps: [{ at, officer: 'd', method: 'desk.summary', expect: {}, refused: 'session.locked' }] }, /a refused step has no answer/],
    ['with an officer that there is not', { steps: [{ at, officer: 'q', method: 'desk.summary' }] }, /step 1: no officer has the login q/],
    ['without a director', { officers: [{ login: 'r', name: 'Р', role: 'registrar' }], steps: [] }, /no officer is the director/],
    ['with a login twice', { officers: [...setting.officers, setting.officers[0]], steps: [] }, /d is named twice/],
    ['without a beginning', { start: undefined, steps: [] }, /0 starts/],
  ])('%s', (_, more, message) => {
    expect(() => parseScenario({ ...setting, ...more }, 'проба')).toThrow(message);
  });

  test('that extends itself by way of another, or a file that is not there', () => {
    const write = (name: string, data: object): string => {
      writeFileSync(join(folder, name), JSON.stringify(data));
      return join(folder, name);
    };
    const first = write('a.json', { title: 'а', note: 'Вымышлено.', extends: ['b.json'], steps: [] });
    write('b.json', { title: 'б', note: 'Вымышлено.', extends: ['a.json'], steps: [] });
    expect(() => loadScenario(first)).toThrow(/a\.json: extends itself/);
    expect(() => loadScenario(write('c.json', { title: 'в', note: 'Вымышлено.', extends: ['none.json'], steps: [] }))).toThrow(/none\.json: cannot be read/);
    writeFileSync(join(folder, 'd.json'), '{');
    expect(() => loadScenario(join(folder, 'd.json'))).toThrow(/d\.json: not JSON/);
  });
});

test('what is extended comes first, each file once', () => {
  const step = (name: string) => ({ at, officer: 'd', method: 'desk.summary', name });
  mkdirSync(join(folder, 'in'));
  const files = {
    'base.json': { ...setting, steps: [step('base')] }, 'in/a.json': { title: 'а', note: 'в', extends: ['../base.json'], steps: [step('a')] },
    'b.json': { title: 'б', note: 'в', extends: ['base.json'], steps: [step('b')] }, 'c.json': { title: 'в', note: 'в', extends: ['in/a.json', 'b.json'], steps: [step('c')] },
  };
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(data));
  const scenario = loadScenario(join(folder, 'c.json'));
  expect(scenario.steps.map(({ name }) => name)).toEqual(['base', 'a', 'b', 'c']);
  expect(scenario).toMatchObject({ title: 'в', start: setting.start });
});
