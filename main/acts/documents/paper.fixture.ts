import type { Printer } from '../../shell/port.ts';

export interface StandIn {
  readonly printer: Printer;
  /** What was sent to a printer. */
  readonly sent: readonly { readonly printer: string; readonly copies: number }[];
}

/** Fictional: a printer «P1» of a workstation, which makes a PDF of one page of everything and remembers what it was sent. */
export function standInPrinter(): StandIn {
  const sent: { printer: string; copies: number }[] = [];
  return {
    sent,
    printer: {
      pdf: async () => new Uint8Array(Buffer.from('%PDF-1.7\n1 0 obj << /Type /Page >> endobj')),
      print: async (_, options) => { sent.push(options); },
      printers: async () => ['P1'], close: async () => undefined,
    },
  };
}
