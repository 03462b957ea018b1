import { spawn } from 'node:child_process';
import { ShellFailure } from './failure.ts';

/** Starts a program; replaced in tests. */
export type Start = typeof spawn;

/** Names of the printers that the system's spooler (CUPS) knows. Throws SPOOLER_MISSING. */
export async function spoolerPrinters(start: Start = spawn): Promise<string[]> {
  const out = await run(start, 'lpstat', ['-e'], undefined);
  if (out.code !== 0 && out.text === '') return [];
  return out.text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/**
 * Hands exactly these bytes to the spooler through its standard input: no file of ours holds them.
 * The job's title is neutral because it stands in the spooler's queue and logs.
 * Throws SPOOLER_MISSING, PRINTER_UNKNOWN, PRINT_FAILED.
 */
export async function spoolerPrint(pdf: Uint8Array, options: { printer: string; copies: number }, start: Start = spawn): Promise<void> {
  const { printer, copies } = options;
  if (!Number.isInteger(copies) || copies < 1 || copies > 99) throw new ShellFailure('PRINT_FAILED', `copies: ${copies}`);
  // Only a name that the spooler itself gave: nothing typed becomes an argument.
  if (!(await spoolerPrinters(start)).includes(printer)) throw new ShellFailure('PRINTER_UNKNOWN', printer);
  const out = await run(start, 'lp', ['-d', printer, '-n', String(copies), '-t', 'grif', '-s', '-'], pdf);
  if (out.code !== 0) throw new ShellFailure('PRINT_FAILED', out.error.trim() || `lp ended with ${out.code}`);
}

interface Ended {
  readonly code: number | null;
  readonly text: string;
  readonly error: string;
}

function run(start: Start, program: string, words: string[], input: Uint8Array | undefined): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = start(program, words, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    let text = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => { text += part; });
    child.stderr.setEncoding('utf8').on('data', (part: string) => { error += part; });
    child.on('error', () => reject(new ShellFailure('SPOOLER_MISSING', `${program} could not be started; is CUPS installed?`)));
    child.on('close', (code) => resolve({ code, text, error }));
    // A spooler that hangs up early says why by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
