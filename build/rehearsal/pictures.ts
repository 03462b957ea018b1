import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Record } from './record.ts';

/** Which pictures of the rehearsal the README shows, by their names without number. */
const shown = [
  'first-run', 'desk', 'register', 'card', 'materials', 'similar', 'notice-KZ-01', 'release-refused', 'release-sealed', 'package-verified',
  'breach', 'print-P9', 'journal-verified', 'reference-states', 'officers',
];

/** npm run rehearsal -- --pictures: puts the README's pictures into docs/pictures, with few enough colours to be small (by pngquant). */
export function keepPictures(record: Record, root: string, say: (line: string) => void): void {
  const folder = join(root, 'docs/pictures');
  mkdirSync(folder, { recursive: true });
  const files = record.steps.flatMap((step) => step.pictures.map(({ file }) => file));
  for (const name of shown) {
    const file = files.find((each) => each.replace(/^screens\/\d+-/, '') === `${name}.png`);
    if (file === undefined) throw new Error(`the rehearsal took no picture ${name}`);
    const made = spawnSync('pngquant', ['--nofs', '--speed', '1', '--strip', '64', '-'], { input: readFileSync(join(record.folder, file)), maxBuffer: 8_000_000 });
    if (made.status !== 0) throw new Error(`pngquant: ${made.error?.message ?? made.stderr.toString()} (on Debian: apt-get install pngquant)`);
    writeFileSync(join(folder, `${name}.png`), made.stdout);
    say(`docs/pictures/${name}.png ${String(Math.ceil(made.stdout.length / 1024))} KB`);
  }
}
