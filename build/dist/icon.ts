import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { requireChromium } from '#main/shell/chromium/binary.ts';

/** Draws assets/icon/icon.png (512) and icon.ico (256, 64, 32, 16) from icon.svg. Run after changing the drawing. */
const folder = resolve(import.meta.dirname, '../../assets/icon');
const svg = readFileSync(resolve(folder, 'icon.svg'), 'utf8');

const browser = await chromium.launch({ executablePath: requireChromium(), chromiumSandbox: process.getuid?.() !== 0 });
const pictures = new Map<number, Buffer>();
for (const size of [512, 256, 64, 32, 16]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  pictures.set(size, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

writeFileSync(resolve(folder, 'icon.png'), pictures.get(512) ?? Buffer.alloc(0));
writeFileSync(resolve(folder, 'icon.ico'), ico([256, 64, 32, 16].map((size) => [size, pictures.get(size) ?? Buffer.alloc(0)])));

/** An .ico whose entries are PNG files: a 6-byte head, 16 bytes per entry (256 is written as 0), then the files. */
function ico(entries: (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + entries.length * 16);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(entries.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of entries.entries()) {
    const at = 6 + index * 16;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...entries.map(([, png]) => png)]);
}
