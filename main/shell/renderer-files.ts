import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { securityHeaders } from './headers.ts';

/** Stands in the built index.html where the nonce of this one answer goes (vite's html.cspNonce). */
export const noncePlaceholder = 'GRIF-STYLE-NONCE';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Answers one request of the renderer from `folder` (the built renderer), whichever shell asks.
 * Only GET, only files inside the folder, only known types; everything else is 404 with an empty
 * body. `path` is the URL's path, still percent-encoded.
 */
export async function answerFrom(folder: string, method: string, path: string): Promise<Answer> {
  const nonce = randomBytes(18).toString('base64');
  const headers = securityHeaders(nonce);
  const missing: Answer = { status: 404, headers: { ...headers, 'content-type': 'text/plain' }, body: Buffer.alloc(0) };
  const file = method === 'GET' ? fileWithin(folder, path) : undefined;
  if (!file) return missing;
  const type = types[extname(file).toLowerCase()];
  if (!type) return missing;
  let body: Buffer;
  try {
    body = await readFile(file);
  } catch {
    return missing;
  }
  if (file.endsWith('.html')) body = Buffer.from(body.toString('utf8').replaceAll(noncePlaceholder, nonce));
  return { status: 200, headers: { ...headers, 'content-type': type }, body };
}

function fileWithin(folder: string, path: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.includes('\\')) return undefined;
  const root = resolve(folder);
  const file = resolve(root, `.${name === '/' ? '/index.html' : name}`);
  return file.startsWith(root + sep) ? file : undefined;
}
