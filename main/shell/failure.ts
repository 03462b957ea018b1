/** Why a shell or a printer could not do its part. The code is looked up in the texts; `detail` is for the technician. */
export type ShellFailureCode =
  | 'CHROMIUM_MISSING'
  | 'CHROMIUM_FAILED'
  | 'ALREADY_RUNNING'
  | 'RENDERER_MISSING'
  | 'RENDERER_UNSTABLE'
  | 'SPOOLER_MISSING'
  | 'PRINTER_UNKNOWN'
  | 'PRINT_FAILED'
  | 'PDF_FAILED';

export class ShellFailure extends Error {
  readonly code: ShellFailureCode;
  readonly detail: string;
  constructor(code: ShellFailureCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'ShellFailure';
    this.code = code;
    this.detail = detail;
  }
}
