import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Case {
  readonly file: string;
  readonly source: string;
  /** Undefined: the linter must have nothing to say about this file. */
  readonly rule?: string;
}

const use = (specifier: string) => `import * as thing from '${specifier}';\nexport const it = thing;\n`;
const cases: Record<string, Case> = {
  'app imports zod, itself and a sister folder': { file: 'app/x/legal.ts', source: "import { z } from 'zod';\nimport { a } from './a.ts';\nimport { a as b } from '../y/a.ts';\nimport type { A } from '#app/y/a.ts';\nexport const c: A = a + b;\nexport const s = z.string();\n" },
  'app imports Node': { file: 'app/x/node.ts', source: use('node:fs'), rule: 'no-restricted-imports' },
  'app imports Node by its bare name': { file: 'app/x/bare.ts', source: use('fs'), rule: 'no-restricted-imports' },
  'app imports a package': { file: 'app/x/package.ts', source: use('dayjs'), rule: 'no-restricted-imports' },
  'app imports a package whose name begins like zod': { file: 'app/x/zodlike.ts', source: use('zod-extra'), rule: 'no-restricted-imports' },
  'app imports main': { file: 'app/x/main.ts', source: use('#main/shell/port.ts'), rule: 'no-restricted-imports' },
  'app imports the screens': { file: 'app/x/screen.ts', source: use('#renderer/a.ts'), rule: 'no-restricted-imports' },
  'app climbs out by a relative path': { file: 'app/x/climb.ts', source: use('../../main/a.ts'), rule: 'no-restricted-imports' },
  'app re-exports main': { file: 'app/x/re.ts', source: "export * from '#main/a.ts';\n", rule: 'no-restricted-imports' },
  'app speaks to a network': { file: 'app/x/fetch.ts', source: "export const page = () => fetch('https://example.invalid');\n", rule: 'no-restricted-globals' },
  'a screen imports the contract and a package': { file: 'renderer/x/legal.ts', source: "import { a } from '#app/y/a.ts';\nimport { useState } from 'react';\nexport const c = [a, useState];\n" },
  'a screen imports main': { file: 'renderer/x/main.ts', source: use('#main/shell/port.ts'), rule: 'no-restricted-imports' },
  'a screen climbs into main': { file: 'renderer/x/climb.ts', source: use('../../main/a.ts'), rule: 'no-restricted-imports' },
  'a screen imports only a type of main': { file: 'renderer/x/type.ts', source: "import type { A } from '#main/a.ts';\nexport type B = A;\n", rule: 'no-restricted-imports' },
  'a screen imports Node': { file: 'renderer/x/node.ts', source: use('node:path'), rule: 'no-restricted-imports' },
  'a screen imports SQL': { file: 'renderer/x/sql.ts', source: use('better-sqlite3-multiple-ciphers'), rule: 'no-restricted-imports' },
  'a screen imports electron': { file: 'renderer/x/electron.ts', source: use('electron/renderer'), rule: 'no-restricted-imports' },
  'main imports app and Node': { file: 'main/views/legal.ts', source: "import { a } from '#app/y/a.ts';\nimport { join } from 'node:path';\nexport const c = [a, join];\n" },
  'main imports the screens': { file: 'main/views/screen.ts', source: use('#renderer/a.ts'), rule: 'no-restricted-imports' },
  'a view imports SQL': { file: 'main/views/sql.ts', source: use('better-sqlite3-multiple-ciphers'), rule: 'no-restricted-imports' },
  'a view imports the built-in SQL': { file: 'main/views/nodesql.ts', source: use('node:sqlite'), rule: 'no-restricted-imports' },
  'a view imports tweetnacl': { file: 'main/views/nacl.ts', source: use('tweetnacl'), rule: 'no-restricted-imports' },
  'a view imports playwright': { file: 'main/views/playwright.ts', source: use('playwright-core'), rule: 'no-restricted-imports' },
  'a view imports electron': { file: 'main/views/electron.ts', source: use('electron'), rule: 'no-restricted-imports' },
  'a view imports a network module': { file: 'main/views/net.ts', source: use('node:net'), rule: 'no-restricted-imports' },
  'a view imports a network module by its bare name': { file: 'main/views/https.ts', source: use('https'), rule: 'no-restricted-imports' },
  'a view imports a network module late': { file: 'main/views/late.ts', source: "export const late = () => import('node:http');\n", rule: 'no-restricted-imports' },
  'the vault holds SQL and keys': { file: 'main/vault/legal.ts', source: "import Database from 'better-sqlite3-multiple-ciphers';\nimport nacl from 'tweetnacl';\nexport const c = [Database, nacl];\n" },
  'the vault imports a network module': { file: 'main/vault/net.ts', source: use('node:tls'), rule: 'no-restricted-imports' },
  'packages hold keys': { file: 'main/packages/legal.ts', source: "import nacl from 'tweetnacl';\nexport const c = nacl;\n" },
  'packages import SQL': { file: 'main/packages/sql.ts', source: use('better-sqlite3-multiple-ciphers'), rule: 'no-restricted-imports' },
  'the Chromium shell imports playwright-core': { file: 'main/shell/chromium/legal.ts', source: "import { chromium } from 'playwright-core';\nexport const c = chromium;\n" },
  'the Chromium shell imports electron': { file: 'main/shell/chromium/electron.ts', source: use('electron'), rule: 'no-restricted-imports' },
  'the Electron shell imports electron': { file: 'main/shell/electron/legal.ts', source: "import { app } from 'electron';\nexport const c = app;\n" },
  'the Electron shell imports playwright-core': { file: 'main/shell/electron/play.ts', source: use('playwright-core'), rule: 'no-restricted-imports' },
  'main writes to the console': { file: 'main/views/console.ts', source: "console.log('a');\n", rule: 'no-console' },
  'the start report writes to the console': { file: 'main/start-report.ts', source: "console.log('a');\nexport const c = 1;\n" },
  'a build script writes to the console': { file: 'build/legal.ts', source: "console.log('a');\n" },
  'a file of 401 lines': { file: 'app/x/long.ts', source: 'export {};\n'.repeat(401), rule: 'max-lines' },
  'two files import each other': { file: 'app/x/ring.ts', source: "import { two } from './ring-two.ts';\nexport const one = () => two;\n", rule: 'no-cycle' },
  'two files import each other through #app': { file: 'app/x/loop.ts', source: "import { two } from '#app/x/loop-two.ts';\nexport const one = () => two;\n", rule: 'no-cycle' },
  'any': { file: 'app/x/any.ts', source: 'export const c = (a: any) => a;\n', rule: 'no-explicit-any' },
};
const companions: Record<string, string> = {
  'app/x/a.ts': 'export const a = 1;\n',
  'app/y/a.ts': 'export const a = 1;\nexport type A = number;\n',
  'app/x/ring-two.ts': "import { one } from './ring.ts';\nexport const two = () => one;\n",
  'app/x/loop-two.ts': "import { one } from '#app/x/loop.ts';\nexport const two = () => one;\n",
};

describe('the linter proves the layers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grif-layers-'));
  /** Rules broken, by file. */
  const said = new Map<string, Set<string>>();

  beforeAll(() => {
    for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const files = [...Object.values(cases).map(({ file, source }) => [file, source] as const), ...Object.entries(companions)];
    for (const [file, source] of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    }
    const run = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--format=json'], { cwd: folder, encoding: 'utf8' });
    const report: { diagnostics: { filename: string; code: string }[] } = JSON.parse(run.stdout);
    for (const { filename, code } of report.diagnostics) {
      said.set(filename, (said.get(filename) ?? new Set()).add(code));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(cases))('%s', (_name, { file, rule }) => {
    const codes = [...(said.get(file) ?? [])].join(' ');
    if (rule === undefined) expect(codes).toBe('');
    else expect(codes).toContain(`(${rule})`);
  });
});

describe('what the linter cannot see', () => {
  it('no source goes round the fence with require() or createRequire()', () => {
    const sources = globSync('{app,main,renderer}/**/*.{ts,tsx}', { cwd: root });
    expect(sources.length).toBeGreaterThan(10);
    const around = sources.filter((file) => /\b(?:createRequire|require)\s*\(/.test(readFileSync(join(root, file), 'utf8')));
    expect(around).toEqual([]);
  });
});
