import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './bundle.ts';
import { hasDisplay, onPath, systemReady } from './system.ts';

export const root = resolve(import.meta.dirname, '..');

export interface Score {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Stage {
  readonly name: string;
  run(words: readonly string[]): Promise<Score>;
}

const nothing: Score = { passed: 0, failed: 0, skipped: 0 };
const oneFailed: Score = { ...nothing, failed: 1 };
const say = (line: string): void => console.log(line);

/** The stages of `npm test`, the quickest first. Each streams what it does and answers a score. */
export const stages: readonly Stage[] = [
  { name: 'lint', run: async () => verdict(await node(['node_modules/oxlint/bin/oxlint'])) },
  { name: 'types', run: async () => verdict(await node(['node_modules/typescript/bin/tsc', '-p', '.', '--pretty'])) },
  { name: 'unit', run: (words) => vitest('unit', words) },
  { name: 'scenarios', run: (words) => vitest('scenarios', words) },
  {
    name: 'shell',
    async run(words) {
      if (!systemReady(['chromium', 'poppler'], say)) return oneFailed;
      return playwright(['--project=shell-chromium', '--project=shell-electron', ...words], { GRIF_SCREENS: 'not-needed' });
    },
  },
  {
    name: 'e2e',
    async run(words) {
      if (globSync('tests/e2e/**/*.spec.ts', { cwd: root }).length === 0) return nothing;
      if (!systemReady(['chromium', 'poppler'], say)) return oneFailed;
      await ensureBuilt(say);
      return words.length > 0 ? playwright(['--project=e2e', ...words], {}) : inParts(['--project=e2e']);
    },
  },
];

function verdict(code: number): Score {
  return code === 0 ? { ...nothing, passed: 1 } : oneFailed;
}

/** Runs the pinned Node (this one) with our output; answers the exit code. */
function node(words: readonly string[], env: Record<string, string> = {}, before: readonly string[] = []): Promise<number> {
  const [program = process.execPath, ...args] = [...before, process.execPath, ...words];
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((settle) => {
    child.on('error', () => settle(1));
    child.on('close', (code) => settle(code ?? 1));
  });
}

async function vitest(project: string, words: readonly string[]): Promise<Score> {
  if (project === 'scenarios' && globSync('tests/{scenarios,faults}/**/*.test.ts', { cwd: root }).length === 0) return nothing;
  return withReport(async (report) => {
    const code = await node(['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words]);
    if (!existsSync(report)) return oneFailed;
    const told: { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not even load has no test to fail: the exit code knows.
    const failed = told.numFailedTests === 0 && code !== 0 ? 1 : told.numFailedTests;
    return { passed: told.numPassedTests, failed, skipped: told.numPendingTests + told.numTodoTests };
  });
}

const virtualDisplay = (): boolean => !hasDisplay() && systemReady(['xvfb'], say) && onPath('xvfb-run');

/** Focus belongs to one window of a display, so what runs beside something else has a display of its own; on the officer's display one window is enough. */
async function inParts(words: readonly string[]): Promise<Score> {
  if (!virtualDisplay() || availableParallelism() < 2) return playwright(words, {});
  const parts = availableParallelism();
  const scores = await Promise.all(Array.from({ length: parts }, (_, n) => playwright([...words, `--shard=${n + 1}/${parts}`, `--output=test-results/${n + 1}`], {}, 50 + n * 50)));
  return scores.reduce((sum, { passed, failed, skipped }) => ({ passed: sum.passed + passed, failed: sum.failed + failed, skipped: sum.skipped + skipped }), nothing);
}

/** `display`: number from which a free virtual display is looked for, so that two that start together do not take the same. */
async function playwright(words: readonly string[], env: Record<string, string>, display = 99): Promise<Score> {
  const before = virtualDisplay() ? ['xvfb-run', '-a', '-n', String(display), '-s', '-screen 0 1600x1000x24'] : [];
  return withReport(async (report) => {
    const code = await node(['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json', ...words], { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }, before);
    if (!existsSync(report)) return oneFailed;
    const { stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } } = JSON.parse(readFileSync(report, 'utf8'));
    const bad = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: bad === 0 && code !== 0 ? 1 : bad, skipped: stats.skipped };
  });
}

async function withReport(use: (report: string) => Promise<Score>): Promise<Score> {
  const folder = mkdtempSync(join(tmpdir(), 'grif-report-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
