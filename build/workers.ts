import { basename, dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const reference = /new URL\(\s*(['"`])(\.{1,2}\/[^'"`]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * In the sources a worker is named with `new URL('./x.ts', import.meta.url)`. All bundled files lie in
 * one folder, so the name becomes './x.js' and the source is put into `found`, to be bundled by itself:
 * a worker that starts from within an asar archive can share no chunk with main.
 */
export function findWorkers(root: string, found: Set<string>): Plugin {
  return {
    name: 'grif-workers',
    transform(code, id) {
      const from = id.split('?')[0] ?? id;
      if (!from.startsWith(root) || from.includes('node_modules') || !code.includes('import.meta.url')) return null;
      const rewritten = code.replace(reference, (_all, _quote: string, name: string) => {
        const target = resolve(dirname(from), name);
        if (!target.endsWith('.ts')) this.error(`${relative(root, from)} names ${name}: only workers are found beside the bundle; assets come through Machine.assets`);
        found.add(target);
        return `new URL('./${basename(target, '.ts')}.js', import.meta.url)`;
      });
      return rewritten === code ? null : { code: rewritten, map: null };
    },
  };
}
