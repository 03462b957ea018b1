import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { testDraft, testPackage, testRegistry } from '#main/registry.fixture.ts';
import { against, type Figure } from './figure.ts';
import { generateMaterials } from './generate.ts';

/**
 * One material registered durably through the contract - parsed, decided, proposals found, record, act, heads, projections
 * and full text written - against one row of 1.5 KB committed by bare SQLite with the same journal mode and synchronous level.
 */
export async function registering(rounds: number): Promise<Figure> {
  const test = await testRegistry({ bodies: ['UZ-01'] });
  const peer = new Database(join(test.folder, 'peer.db'));
  try {
    peer.pragma('journal_mode=WAL');
    peer.pragma('synchronous=FULL');
    peer.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL)');
    const insert = peer.prepare('INSERT INTO row (body) VALUES (?)');
    const body = 'x'.repeat(1500);
    await test.as('registrar');
    const { packageId } = await test.ask('incoming.register', testPackage('UZ-01', 'П-1'));
    const texts = [...generateMaterials({ count: rounds + 50, seed: 3 })].map(({ text }) => text);
    const draft = testDraft(packageId);
    return await against(
      { what: 'register one material', peer: 'one-row commit of bare SQLite (WAL, FULL)', rounds, warmUp: 40 },
      (round) => test.ask('materials.register', { ...draft, senderNumber: `b/${round}`, asReceived: { ...draft.asReceived, text: texts[round] ?? '' } }),
      () => insert.run(body),
    );
  } finally {
    peer.close();
    rmSync(join(test.folder, 'peer.db'), { force: true });
    test.end();
  }
}
