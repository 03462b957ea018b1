import { extractAll, getRawHeader, listPackage } from '@electron/asar';
import { builtinModules } from 'node:module';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that may lie in the archive; a path that matches none of these is a finding. */
const expected: readonly RegExp[] = [
  /^package\.json$/,
  /^dist\/main\/[\w-]+\.(js|cjs)$/,
  /^dist\/renderer\/index\.html$/,
  /^dist\/renderer\/assets\/[\w.-]+\.(js|mjs|css|woff2|svg|png)$/,
  /^dist\/assets\/fonts\/[\w.-]+\.(woff2|css|txt|md)$/,
  /^dist\/assets\/forms\/[\w.-]+\.json$/,
  // The words for acts on an extract of the journal.
  /^dist\/assets\/texts\/(ru|kk|en)\/journal\.json$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/(package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/lib\/(methods\/)?[\w-]+\.js$/,
  /^node_modules\/better-sqlite3-multiple-ciphers\/prebuilds\/(linux|win32)-x64\.node$/,
];
const forbidden = /\.map$|\.tsx?$|\.test\.|\.spec\.|\.env|(^|\/)(tests?|docs|build|src|deps)\/|\.md$/;
const required = ['package.json', 'dist/main/index.js', 'dist/main/preload.cjs', 'dist/main/kdf-worker.js', 'dist/renderer/index.html', 'node_modules/better-sqlite3-multiple-ciphers/lib/index.js'];

/** Files in the archive, without the folders, in the archive's order. */
export function filesOf(archive: string): string[] {
  const folders = new Set<string>();
  const all = listPackage(archive, { isPack: false }).map((path) => path.replace(/^[/\\]/, '').replaceAll('\\', '/'));
  for (const path of all) folders.add(path.split('/').slice(0, -1).join('/'));
  return all.filter((path) => !folders.has(path) && !isEmptyFolder(archive, path));
}

/** What is wrong with the list of files, as sentences; empty when nothing is. */
export function findingsIn(files: readonly string[]): string[] {
  return [
    ...files.filter((path) => !expected.some((pattern) => pattern.test(path))).map((path) => `unexpected file: ${path}`),
    ...files.filter((path) => forbidden.test(path) && !path.startsWith('dist/assets/fonts/')).map((path) => `development file: ${path}`),
    ...required.filter((path) => !files.includes(path)).map((path) => `missing file: ${path}`),
    ...(files.some((path) => path.endsWith('.node')) ? [] : ['missing file: the native module']),
  ];
}

/** Native modules must lie beside the archive, everything else inside it. */
export function unpackedFiles(archive: string): string[] {
  const found: string[] = [];
  walk(getRawHeader(archive).header, '', (path, node) => { if (node.unpacked === true && !node.files) found.push(path); });
  return found;
}

/**
 * Packages that the packed main code names but the archive does not hold: they would be missing on an
 * officer's machine. `playwright-core` is asked for only by the Chromium shell, which is never packed.
 */
export function unmetImports(folder: string): string[] {
  const met = new Set([...builtinModules, 'electron', 'playwright-core', 'better-sqlite3-multiple-ciphers']);
  const unmet = new Set<string>();
  for (const file of globSync('dist/main/*.{js,cjs}', { cwd: folder })) {
    const source = readFileSync(join(folder, file), 'utf8');
    for (const [, name = ''] of source.matchAll(/^\s*(?:import|export)\s[^'"`;]*?from\s*["']([^"'./][^"']*)["']/gm)) {
      if (!name.startsWith('node:') && !met.has(name)) unmet.add(name);
    }
  }
  return [...unmet];
}

export const extract = (archive: string, folder: string): void => extractAll(archive, folder);

interface HeaderNode { readonly files?: Record<string, HeaderNode>; readonly unpacked?: boolean }

function walk(node: HeaderNode, path: string, visit: (path: string, node: HeaderNode) => void): void {
  for (const [name, child] of Object.entries(node.files ?? {})) {
    const place = path === '' ? name : `${path}/${name}`;
    visit(place, child);
    walk(child, place, visit);
  }
}

function isEmptyFolder(archive: string, path: string): boolean {
  let found = false;
  walk(getRawHeader(archive).header, '', (place, node) => { if (place === path && node.files) found = true; });
  return found;
}
