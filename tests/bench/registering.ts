import { materialRegistered } from '#app/materials/acts.ts';
import { actOf } from '#app/journal/kind.ts';
import { testDraft, testPackage, testRegistry } from '#main/registry.fixture.ts';
import type { OpenVault } from '#main/vault/vault.ts';
import { bareCommits, type BareCommits } from './bare/commits.ts';
import { againstEach, type Figure, type Trial } from './figure.ts';
import { openFilled, records } from './fill.ts';
import { generateMaterials } from './generate.ts';

const warmUp = 40;
const peersOf = (bare: BareCommits): Trial['peers'] => [
  { peer: 'one-row commit of bare SQLite (WAL, FULL)', run: () => bare.one() },
  { peer: 'bare commits of as many files as are written: two stores, one log', run: () => bare.three() },
];

/**
 * One material registered durably through the contract - parsed, decided, proposals found, record, act, heads, projections and full text
 * written - against rows committed by bare SQLite with the same journal mode and synchronous level: of a text that nobody asked about before,
 * and of one whose similar materials were shown while it was typed, as the screen does.
 */
export async function registering(rounds: number): Promise<Figure[]> {
  const test = await testRegistry({ bodies: ['UZ-01'] });
  const bare = bareCommits(test.folder);
  try {
    await test.as('registrar');
    const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
    const texts = [...generateMaterials({ count: 2 * (rounds + warmUp), seed: 3 })].map(({ text }) => text);
    const draft = testDraft(packageId);
    const register = (n: number): Promise<unknown> => test.ask('materials.register', { ...draft, senderNumber: `b/${n}`, asReceived: { ...draft.asReceived, text: texts[n] ?? '' } });
    return await againstEach({ rounds, warmUp }, [
      { what: 'register one material', run: (round) => register(2 * round), peers: peersOf(bare) },
      {
        what: 'register one material, its text asked about while typed', peers: peersOf(bare),
        before: (round) => test.ask('materials.similar', { text: texts[2 * round + 1] ?? '' }), run: (round) => register(2 * round + 1),
      },
    ]);
  } finally {
    bare.close();
    test.end();
  }
}

/** The vault's commit of a material alone, its text read before, and of an act that only tells of a view, in a vault of `count` materials that lies filled in `folder/vault`. */
export async function committing(folder: string, count: number, rounds: number): Promise<Figure[]> {
  const vault: OpenVault = await openFilled(folder);
  const bare = bareCommits(folder);
  try {
    const acts = [...records(count + rounds + warmUp)].slice(count).map((record) => ({
      text: record.asReceived.text, act: actOf(materialRegistered, record.id, { id: record.id, packageId: record.id }, [{ holding: `${record.originator}/${record.degree}`, content: record }]),
    }));
    return await againstEach({ rounds, warmUp }, [
      {
        what: `commit of one material in a vault of ${count}`, peers: peersOf(bare),
        before: (round) => vault.matching.features(acts[round]?.text ?? ''), run: (round) => vault.commit([acts[round]?.act].filter((act) => act !== undefined)),
      },
      {
        what: 'commit of an act without content (two files)', peers: peersOf(bare).slice(0, 1),
        run: () => vault.commit([{ kind: 'view.opened', result: 'done', subject: null, open: { method: 'bench' }, held: [] }]),
      },
    ]);
  } finally {
    bare.close();
    vault.lock();
  }
}
