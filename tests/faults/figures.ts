import type { Tried } from './cuts.ts';

export interface Figure extends Tried {
  /** Damaged in bytes that nothing uses: every act, content and attachment was as before. */
  readonly harmless?: number;
  readonly seconds: number;
}

/** Runs a part of the programme and says how long it took. */
export async function timed<T extends Tried>(run: () => Promise<T>): Promise<T & { readonly seconds: number }> {
  const started = performance.now();
  const tried = await run();
  return { ...tried, seconds: (performance.now() - started) / 1000 };
}

const columns = ['what', 'tried', 'named or whole', 'harmless', 'misses', 's'] as const;

/** The table that the programme ends with. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, tried, misses, harmless = 0, seconds }) => [what, String(tried), String(tried - misses.length - harmless), String(harmless), String(misses.length), seconds.toFixed(1)]);
  return [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** One figure for many of the same kind. */
export function sumOf(what: string, figures: readonly Figure[]): Figure {
  const sum = (part: (one: Figure) => number): number => figures.reduce((total, one) => total + part(one), 0);
  return { what, tried: sum(({ tried }) => tried), harmless: sum(({ harmless = 0 }) => harmless), seconds: sum(({ seconds }) => seconds), misses: figures.flatMap(({ misses }) => misses) };
}
