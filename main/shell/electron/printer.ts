import { app, BrowserWindow, session } from 'electron';
import { ShellFailure } from '../failure.ts';
import { withoutMetadata } from '../pdf-metadata.ts';
import type { Printer } from '../port.ts';
import { spoolerPrint, spoolerPrinters } from '../spooler.ts';
import { printerWindowOptions } from './hardening.ts';
import { scheme } from './origin.ts';

/** A partition without `persist:` lives in memory only. */
const partition = 'grif-print';
const address = `${scheme}://document/`;

async function make(html: string): Promise<Uint8Array> {
  await app.whenReady();
  const own = session.fromPartition(partition, { cache: false });
  // A document is self-contained (fonts and pictures inline): nothing else may be asked for.
  own.webRequest.onBeforeRequest((request, answer) => answer({ cancel: request.url !== address && !request.url.startsWith('data:') }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  // Served from memory and not as a data: address, which Chromium cuts off at 2 MB.
  own.protocol.handle(scheme, () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  const window = new BrowserWindow(printerWindowOptions(partition));
  try {
    await window.loadURL(address);
    const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true });
    return withoutMetadata(pdf);
  } catch (error) {
    throw new ShellFailure('PDF_FAILED', error instanceof Error ? error.message : String(error));
  } finally {
    window.destroy();
    own.protocol.unhandle(scheme);
  }
}

/** Documents are made one after another. */
export function createElectronPrinter(): Printer {
  let last: Promise<unknown> = Promise.resolve();
  return {
    pdf(html) {
      const made = last.then(() => make(html));
      last = made.catch(() => undefined);
      return made;
    },
    // Windows has no program that prints a PDF from its standard input: lp is missing there and
    // SPOOLER_MISSING is the answer, until a certified print path for Windows is chosen.
    print: (pdf, options) => spoolerPrint(pdf, options),
    printers: () => spoolerPrinters(),
    close: async () => {
      await last;
    },
  };
}
