import type { Bridge, Printer, Shell } from '#main/shell/port.ts';

/**
 * The main side of the shell tests, the same for both shells: a bridge whose methods exercise the port,
 * so that one specification needs nothing but the page.
 */
export function trialBridge(shell: Shell, printer: Printer): Bridge {
  const methods: Record<string, (json: string) => Promise<unknown> | unknown> = {
    echo: (json) => JSON.parse(json),
    pathOf: (json) => shell.pathOf(String(JSON.parse(json))).then((path) => path ?? null),
    pdf: async (json) => Buffer.from(await printer.pdf(String(JSON.parse(json)))).toString('base64'),
    signal: (json) => {
      shell.signal('trial', json);
      return null;
    },
    title: (json) => shell.title(String(JSON.parse(json))),
    // Answered at once: the page that asked will be gone.
    reload: () => void setImmediate(() => void shell.reload()),
    reloadTwice: () => void setImmediate(() => void Promise.all([shell.reload(), shell.reload()])),
  };
  return {
    async call(method, json) {
      const known = methods[method];
      try {
        if (!known) throw new Error(`no method ${method}`);
        return JSON.stringify({ ok: true, value: await known(json) });
      } catch (error) {
        return JSON.stringify({ ok: false, error: error instanceof Error ? error.message : String(error) });
      }
    },
  };
}
