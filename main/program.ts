import { mkdirSync } from 'node:fs';
import type { Registry } from './registry.ts';
import type { Printer, Shell } from './shell/port.ts';

export interface ProgramParts {
  readonly dataFolder: string;
  readonly shell: Shell;
  readonly printer: Printer;
  /** The composition root, with the clock and the machine already chosen. */
  createRegistry(parts: { dataFolder: string; shell: Shell; printer: Printer }): Registry;
}

export interface Program {
  readonly registry: Registry;
  /** Resolves when the officer has closed the window and everything is closed; rejects with why the shell gave up. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

/** Start-up order: folder, registry, signals, window. Closing goes the other way round. */
export async function startProgram(parts: ProgramParts): Promise<Program> {
  const { shell, printer } = parts;
  mkdirSync(parts.dataFolder, { recursive: true, mode: 0o700 });
  let registry: Registry | undefined;
  try {
    registry = parts.createRegistry({ dataFolder: parts.dataFolder, shell, printer });
    const made = registry;
    made.onSignal((event, json) => {
      shell.signal(event, json);
      // Lock is erase: what the renderer held goes with it. A window that is closing needs no tearing down.
      if (event === 'locked') void shell.reload().catch(() => undefined);
    });
    shell.onIdle(() => made.lock());
    await shell.open(registry, { title: 'Grif' });
  } catch (error) {
    await shell.close();
    registry?.close();
    await printer.close();
    throw error;
  }
  const opened = registry;
  const ended = shell.closed().finally(async () => {
    opened.close();
    await printer.close();
  });
  ended.catch(() => undefined);
  return {
    registry: opened,
    ended,
    async close() {
      await shell.close();
      await ended;
    },
  };
}
