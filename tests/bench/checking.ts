import { finishGently } from '#main/vault/steps.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { openFilled } from './fill.ts';
import { timed, type Figure } from './figure.ts';
import { watchMain } from './watch.ts';

const steps: Readonly<Record<string, (vault: OpenVault) => Promise<unknown>>> = {
  'every page and file read': (vault) => finishGently(vault.survey()),
  'the journal verified': (vault) => finishGently(vault.journal.verify()),
  'everything built anew and compared': (vault) => finishGently(vault.rebuild()),
};

/** The whole check of a vault of `count` materials that lies filled in `folder/vault`, step by step: how long each takes, and for how long a lock would have waited at its worst moment. */
export async function checking(folder: string, count: number, limit: number): Promise<Figure[]> {
  const vault = await openFilled(folder);
  try {
    const figures: Figure[] = [];
    for (const [name, step] of Object.entries(steps)) {
      const watched = watchMain();
      const ours = await timed(() => step(vault));
      const { lag } = watched();
      figures.push({ what: `check of a vault of ${count}: ${name}`, peer: '-', rounds: 1, ours, theirs: 0, ratio: 0 });
      figures.push({ what: 'longest that a lock would have waited meanwhile', peer: `the limit of ${limit} ms`, rounds: 1, ours: lag, theirs: limit, ratio: lag / limit });
    }
    return figures;
  } finally {
    vault.lock();
  }
}
