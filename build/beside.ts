import { cpSync, existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const reference = /new URL\(\s*(['"`])(\.{1,2}\/[^'"`]+)\1\s*,\s*import\.meta\.url\s*\)/g;

/**
 * In the sources a module names a file beside it with `new URL('./x', import.meta.url)`. All bundled
 * chunks lie in one folder, so the names are rewritten here: a script (a worker) becomes an entry of
 * its own, and a file or folder of `assets/` is copied to `dist/assets` under the same name.
 */
export function filesBeside(root: string, assetsOut: string): Plugin {
  const assets = resolve(root, 'assets');
  return {
    name: 'grif-files-beside',
    transform(code, id) {
      const from = id.split('?')[0] ?? id;
      if (!from.startsWith(root) || from.includes('node_modules') || !code.includes('import.meta.url')) return null;
      const rewritten = code.replace(reference, (_all, _quote: string, name: string) => {
        const target = resolve(dirname(from), name);
        if (target.endsWith('.ts')) {
          const fileName = `${basename(target, '.ts')}.js`;
          this.emitFile({ type: 'chunk', id: target, fileName });
          return `new URL('./${fileName}', import.meta.url)`;
        }
        if (!target.startsWith(assets) || !existsSync(target)) {
          this.error(`${relative(root, from)} names ${name}, which is neither a script nor under assets/`);
        }
        const place = relative(root, target);
        cpSync(target, join(assetsOut, relative(assets, target)), { recursive: true });
        return `new URL('../${place}${statSync(target).isDirectory() ? '/' : ''}', import.meta.url)`;
      });
      return rewritten === code ? null : { code: rewritten, map: null };
    },
  };
}
