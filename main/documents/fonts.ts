import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The bundled family as @font-face rules with the files inside, for papers that load nothing.
 * `assets` is the folder with `fonts/fonts.css`. Throws where a file is missing: a paper in some other
 * family could lack Kazakh letters.
 */
export function inlineFonts(assets: string): string {
  const folder = join(assets, 'fonts');
  return readFileSync(join(folder, 'fonts.css'), 'utf8').replace(/url\('\.\/([\w-]+\.woff2)'\)/g, (_, file: string) => {
    const bytes = readFileSync(join(folder, file)).toString('base64');
    return `url('data:font/woff2;base64,${bytes}')`;
  });
}
