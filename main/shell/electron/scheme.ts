import { protocol } from 'electron';
import { answerFrom } from '../renderer-files.ts';
import { origin, scheme } from './origin.ts';

/** Must run before `ready`. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{
    scheme,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false, stream: false },
  }]);
}

/** After `ready`: answers every request of our origin from the renderer's folder, with the CSP. */
export function serveRenderer(rendererFolder: string): void {
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== origin) return new Response(null, { status: 404 });
    const { status, headers, body } = await answerFrom(rendererFolder, request.method, url.pathname);
    return new Response(new Uint8Array(body), { status, headers });
  });
}
