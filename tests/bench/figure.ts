/** A figure of a benchmark: ours against a named peer measured in the same run, round by round. */
export interface Figure {
  readonly what: string;
  readonly peer: string;
  /** Milliseconds, medians. */
  readonly ours: number;
  readonly theirs: number;
  /** Median of the ratios of the rounds: 1 is as fast as the peer, 2 takes twice its time. */
  readonly ratio: number;
  readonly rounds: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs both in turn, so that the noise of a machine meets both alike; the first rounds warm up and are not counted. */
export async function against(
  { what, peer, rounds, warmUp = 3 }: { what: string; peer: string; rounds: number; warmUp?: number }, ours: (round: number) => unknown, theirs: (round: number) => unknown,
): Promise<Figure> {
  const taken: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const pair = { ours: await timed(() => ours(round)), theirs: await timed(() => theirs(round)) };
    if (round >= warmUp) taken.push(pair);
  }
  return {
    what, peer, rounds, ours: median(taken.map((pair) => pair.ours)), theirs: median(taken.map((pair) => pair.theirs)),
    ratio: median(taken.map((pair) => pair.ours / pair.theirs)),
  };
}
