import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What @electron/fuses looks for in a runtime: its sentinel, the wire's version (1), its length (9), nine fuses. */
const wire = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('0'.repeat(9))]);

/**
 * A folder that electron-builder takes for an unpacked Electron: no program, but a binary with a fuse
 * wire, so that packing and fusing can be tried where no runtime can be had.
 */
export function writeStandIn(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(1024), wire, Buffer.alloc(1024)]), { mode: 0o755 });
  for (const language of ['ru', 'kk', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, name), 'stand-in\n');
}
