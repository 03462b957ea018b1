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
  return againstEach({ rounds, warmUp }, [{ what, run: ours, peers: [{ peer, run: theirs }] }]).then(([figure]) => figure ?? Promise.reject(new Error('nothing measured')));
}

export interface Trial {
  readonly what: string;
  /** Before each round, and not counted. */
  readonly before?: (round: number) => unknown;
  readonly run: (round: number) => unknown;
  readonly peers: readonly { readonly peer: string; readonly run: (round: number) => unknown }[];
}

/** Several things in turn, each against each of its peers. */
export async function againstEach({ rounds, warmUp }: { rounds: number; warmUp: number }, trials: readonly Trial[]): Promise<Figure[]> {
  const taken = trials.map((trial) => ({ trial, ours: [] as number[], theirs: trial.peers.map(() => [] as number[]) }));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const { trial, ours, theirs } of taken) {
      await trial.before?.(round);
      ours.push(await timed(() => trial.run(round)));
      for (const [index, { run }] of trial.peers.entries()) theirs[index]?.push(await timed(() => run(round)));
    }
  }
  return taken.flatMap(({ trial, ours, theirs }) => trial.peers.map(({ peer }, index): Figure => {
    const [own, its] = [ours.slice(warmUp), (theirs[index] ?? []).slice(warmUp)];
    return { what: trial.what, peer, rounds, ours: median(own), theirs: median(its), ratio: median(own.map((time, round) => time / (its[round] ?? Number.NaN))) };
  }));
}

/** The value that 95 of a hundred do not exceed. */
export function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

export interface Asked {
  readonly what: string;
  readonly peer: string;
  readonly rounds: number;
  readonly ours: (round: number) => unknown;
  readonly theirs: (round: number) => unknown;
  readonly before?: () => unknown;
  /** Questions of one group, each of which an officer may ask next, are told once more together. */
  readonly group?: string;
}
interface Taken {
  readonly ours: number;
  readonly theirs: number;
}

function spreadOf(what: string, peer: string, taken: readonly Taken[]): Figure[] {
  return ([['p50', median], ['p95', p95]] as const).map(([name, of]) => {
    const [own, other] = [of(taken.map((one) => one.ours)), of(taken.map((one) => one.theirs))];
    return { what: `${what}: ${name}`, peer, rounds: taken.length, ours: own, theirs: other, ratio: own / other };
  });
}

/** Of each question two figures, of the middle and of the 95th of a hundred, and of each group: ours and the peer's by turns. */
export async function spread(asked: readonly Asked[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  const groups = new Map<string, Taken[]>();
  for (const { what, peer, rounds, ours, theirs, before, group } of asked) {
    await before?.();
    const taken: Taken[] = [];
    for (let round = 0; round < rounds; round += 1) taken.push({ ours: await timed(() => ours(round)), theirs: await timed(() => theirs(round)) });
    figures.push(...spreadOf(what, peer, taken));
    if (group !== undefined) groups.set(group, [...groups.get(group) ?? [], ...taken]);
  }
  return [...figures, ...[...groups].flatMap(([group, taken]) => spreadOf(group, 'one unencrypted database, the same questions', taken))];
}
