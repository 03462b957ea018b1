import { argon2Sync, createDecipheriv, createHash, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nacl from 'tweetnacl';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanTrials, director, holding, noteTaken, trial } from './vault.fixture.ts';
import { openForTest } from './holding.fixture.ts';

afterEach(cleanTrials);

/*
 * A stranger's reader: everything here is written from docs/vault-format.md and uses nothing of the vault's own code
 * but the opening of a page-encrypted database, which the document leaves to the SQLite3 Multiple Ciphers library.
 */
const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Keys sorted, no blanks. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => `${JSON.stringify(key)}:${sorted(part)}`).join()}}`;
}

function gcm(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

describe('the format that docs/vault-format.md describes', () => {
  it('is enough for a stranger to read header, keys, heads, journal lines, contents and files', async () => {
    const t = trial();
    const vault = await t.create();
    const source = join(t.root, 'letter.bin');
    const content = Buffer.alloc(1024 * 1024 + 77, 'вложение');
    writeFileSync(source, content);
    const { fileId } = await vault.files.stage(source);
    vault.commit([noteTaken('текст материала')], { adopt: [{ fileId, holding }] });
    const lines = [...vault.journal.export()];
    vault.lock();

    // Header and keys.
    const { body: header, sha256: digest } = JSON.parse(readFileSync(join(t.folder, 'vault.json'), 'utf8'));
    expect(sha256(readFileSync(join(t.folder, 'vault.json'), 'utf8').slice('{"body":'.length, -`,"sha256":"${digest}"}\n`.length))).toBe(digest);
    const [account] = header.accounts;
    const passphraseKey = argon2Sync('argon2id', {
      message: Buffer.from(director.passphrase.normalize('NFKC')), nonce: bytes(account.kdf.salt), parallelism: account.kdf.lanes, tagLength: 32, memory: account.kdf.memoryKiB, passes: account.kdf.passes,
    });
    const sealedKeys = bytes(account.sealedKeys);
    const secrets = nacl.secretbox.open(sealedKeys.subarray(24), sealedKeys.subarray(0, 24), passphraseKey);
    if (secrets === null) throw new Error('keys');
    const boxSecret = secrets.slice(0, 32);
    expect(Buffer.from(nacl.box.keyPair.fromSecretKey(boxSecret).publicKey).toString('hex')).toBe(account.boxPublic);
    expect(Buffer.from(nacl.sign.keyPair.fromSeed(secrets.slice(32)).publicKey).toString('hex')).toBe(account.signPublic);
    const openSealed = (sealed: Uint8Array) => nacl.box.open(sealed.subarray(56), sealed.subarray(32, 56), sealed.subarray(0, 32), boxSecret) ?? new Uint8Array();
    const registryKey = openSealed(bytes(account.registryKey));
    expect(registryKey.length).toBe(32);

    // Journal lines: chain and signatures.
    const acts = lines.slice(0, -1).map((line) => JSON.parse(line));
    let prev = sha256(`grif-1/vault/${header.vaultId}`);
    const digestOf = ({ body, salt, leaves }: { body: object; salt: string; leaves: string[] }) => sha256(sha256(salt + sorted(body)) + leaves.join(''));
    for (const [index, { hash, signature, cosignature, said, ...act }] of acts.entries()) {
      expect([act.seq, act.prev, act.second, cosignature]).toEqual([index + 1, prev, null, null]);
      expect(digestOf(said), `act ${act.seq}`).toBe(act.digest);
      expect(sha256(prev + sorted(act)), `act ${act.seq}`).toBe(hash);
      const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(account.signPublic, 'hex')]), format: 'der', type: 'spki' });
      expect(verify(null, Buffer.from(`grif-1/act/${hash}`), key, Buffer.from(signature, 'hex'))).toBe(true);
      prev = hash;
    }

    // Heads: of every commit, the last of them the act of locking.
    const headsKey = new Uint8Array(hkdfSync('sha256', registryKey, header.vaultId, 'grif-1/heads', 32));
    const log = readFileSync(join(t.folder, 'heads.log'));
    let before = sha256(`grif-1/heads/${header.vaultId}`);
    let last = 0;
    for (let index = 0; index < log.length / 100; index += 1) {
      const record = log.subarray(index * 100, index * 100 + 100);
      const plain = gcm(headsKey, record.subarray(0, 12), record.subarray(12), `grif-1/heads/${header.vaultId}/${index}`);
      expect(plain.subarray(40).toString('hex')).toBe(before);
      last = Number(plain.readBigUInt64BE(0));
      const act = acts.find(({ seq }) => seq === last);
      if (act !== undefined) expect(plain.subarray(8, 40).toString('hex')).toBe(act.hash);
      before = sha256(record);
    }
    expect(last).toBe(acts.length + 1);

    // What the registry tells: bodies of common knowledge, the others under the key of a session, keys with their names sealed.
    interface Row { seq: number; digest: string; clear: string | null; session: number | null; sealed: Uint8Array | null }
    const rows: Row[] = [];
    const heads = new Map<string, Uint8Array>();
    const own = new Map<string, { place: string; key: Uint8Array }>();
    await openForTest(t, 'registry', (db) => {
      rows.push(...db.prepare<[], Row>('SELECT seq, digest, clear, session, sealed FROM act ORDER BY seq').all());
      for (const { place, head } of db.prepare<[], { place: string; head: Uint8Array }>('SELECT place, head FROM holding_store').all()) heads.set(place, new Uint8Array(head));
      for (const { place, sealed } of db.prepare<[], { place: string; sealed: Uint8Array }>('SELECT place, sealed FROM holding_key').all()) {
        const plain = openSealed(new Uint8Array(sealed));
        own.set(Buffer.from(plain.subarray(32)).toString(), { place, key: plain.slice(0, 32) });
      }
    });
    expect([...own.keys()].toSorted()).toEqual(['*centre', '*journal', '*journalIndex', '*matching', holding]);
    const journalSecret = own.get('*journal')?.key ?? new Uint8Array();
    const sessions = new Map<number, Uint8Array>();
    const vouched = new Map<string, string>();
    for (const { seq, digest: signed, clear, session, sealed } of rows) {
      const text = clear ?? gcm(sessions.get(session ?? 0) ?? new Uint8Array(), Buffer.from(sealed ?? []).subarray(0, 12), Buffer.from(sealed ?? []).subarray(12), `grif-1/body/${header.vaultId}/${seq}`).toString();
      const said = JSON.parse(text);
      expect(digestOf(said), `row ${seq}`).toBe(signed);
      if (clear === null) expect(Buffer.byteLength(text) % 512).toBe(0);
      if (said.body.kind === 'vault.created') {
        expect(said.body.open.journal).toBe(Buffer.from(nacl.box.keyPair.fromSecretKey(journalSecret).publicKey).toString('hex'));
        for (const [name, fingerprint] of Object.entries(said.body.open.keys)) vouched.set(name, String(fingerprint));
      }
      if (said.body.kind === 'key.made') vouched.set(holding, said.body.open.fingerprint);
      if (said.body.kind === 'session.unlocked') {
        const key = bytes(said.body.open.journal);
        sessions.set(seq, nacl.box.open(key.subarray(56), key.subarray(32, 56), key.subarray(0, 32), journalSecret) ?? new Uint8Array());
      }
    }
    expect(rows.filter(({ clear }) => clear === null).length).toBe(2);
    // No key but those that an act vouches for.
    const fingerprints = Array.from(own, ([name, { place, key }]) => [name, Buffer.from(hkdfSync('sha256', key, header.vaultId, `grif-1/key/${place}/${name}`, 32)).toString('hex')]);
    expect(fingerprints.toSorted()).toEqual([...vouched].toSorted());

    // A holding: its chain up to the end that the registry seals, a part with its content, and a sealed file by its key.
    const { place, key: holdingKey } = own.get(holding) ?? { place: '', key: new Uint8Array() };
    const headKey = new Uint8Array(hkdfSync('sha256', holdingKey, header.vaultId, 'grif-1/holding head', 32));
    const sealedEnd = heads.get(place) ?? new Uint8Array();
    const chainEnd = gcm(headKey, sealedEnd.subarray(0, 12), sealedEnd.subarray(12), `grif-1/holding/${header.vaultId}/${place}`);
    await openForTest(t, holding, (db, path) => {
      interface Part { seq: number; kind: string; result: string; subject: string | null; record: string | null; salt: string; leaf: string; body: string; leaves: string; chain: string }
      let chain = sha256(`grif-1/holding/${header.vaultId}/${place}`);
      let lastSeq = 0;
      for (const { seq, kind, result, subject, record, salt, leaf, body, leaves, chain: kept } of db.prepare<[], Part>('SELECT * FROM act ORDER BY n').all()) {
        expect(sha256(salt + sorted({ holding, kind, record, result, subject }))).toBe(leaf);
        expect(leaves.split(' ')).toContain(leaf);
        expect(sha256(body + leaves.split(' ').join(''))).toBe(rows.find((one) => one.seq === seq)?.digest);
        chain = sha256(chain + leaf);
        expect(chain).toBe(kept);
        lastSeq = seq;
      }
      expect([Number(chainEnd.readBigUInt64BE(0)), chainEnd.subarray(8).toString('hex')]).toEqual([lastSeq, chain]);
      const row = db.prepare<[], { hash: string; salt: string; json: string }>("SELECT hash, salt, json FROM record WHERE hash = (SELECT record FROM act WHERE kind = 'note.taken')").get();
      expect(sha256(`${row?.salt ?? ''}${row?.json ?? ''}`)).toBe(row?.hash);
      expect(row?.json).toBe('{"text":"текст материала"}');
      const file = db.prepare<[string], { key: Uint8Array; size: number; sha256: string }>('SELECT * FROM file WHERE id = ?').get(fileId);
      const sealed = readFileSync(join(path, '..', 'files', fileId));
      expect(sealed.subarray(0, 8).toString()).toBe('GRIFFL01');
      const prefix = sealed.subarray(8, 15);
      const plain: Buffer[] = [];
      for (let at = 15, frame = 0; at < sealed.length; frame += 1) {
        const end = Math.min(sealed.length, at + 1024 * 1024 + 16);
        const nonce = Buffer.concat([prefix, Buffer.from([0, 0, 0, frame]), Buffer.from([end === sealed.length ? 1 : 0])]);
        plain.push(gcm(file?.key ?? new Uint8Array(), nonce, sealed.subarray(at, end), `grif-1/file/${header.vaultId}/${fileId}`));
        at = end;
      }
      expect(Buffer.concat(plain).equals(content)).toBe(true);
      expect(file).toMatchObject({ size: content.length, sha256: sha256(content) });
    });
  });
});
