import { keepers } from '#app/journal/two.ts';
import { canonical } from '../canonical.ts';
import { VaultError } from '../errors.ts';
import { base64, hex, unbase64, unhex, type CryptoProvider } from '../suite.ts';
import type { State } from '../state.ts';
import { listDigest } from './place.ts';
import { backupFormat, isSignedBy, objectsOf, signedBytesOf, signedManifestShape, type Generation, type Manifest, type ObjectName } from './form.ts';

const recipients = (state: State): readonly { id: string; boxPublic: string }[] =>
  state.registry.prepare<[], { id: string; role: string; boxPublic: string }>("SELECT id, role, box_public AS boxPublic FROM officer WHERE state = 'active' ORDER BY id").all()
    .filter(({ role }) => keepers.some((one) => one === role));

/** The file of a generation: the manifest signed by the officer who makes it, sealed to all who may restore. */
export function sealManifest(state: State, manifest: Manifest, header: Generation['header']): Generation {
  const { suite } = state;
  const signature = hex(suite.sign(state.keys.sign.secretKey, signedBytesOf(suite, manifest)));
  const key = suite.freshKey();
  try {
    return {
      format: backupFormat, suite: suite.id, vault: manifest.vault, generation: manifest.generation, at: manifest.at,
      objects: allObjects(manifest).length, list: listDigest(allObjects(manifest)), bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0), header,
      keys: recipients(state).map(({ id, boxPublic }) => ({ officer: id, sealed: base64(suite.sealTo(unhex(boxPublic), key)) })),
      manifest: base64(suite.seal(key, Buffer.from(canonical({ manifest, signature })))),
    };
  } finally {
    suite.secrets.erase(key);
  }
}

/** Each object once, however many files it is part of. */
export function allObjects(manifest: Manifest): ObjectName[] {
  const seen = new Map<string, ObjectName>();
  for (const file of manifest.files) for (const one of objectsOf(file)) seen.set(one.hash, one);
  return [...seen.values()];
}

/**
 * The manifest, opened with an officer's own key. Who signed it is asked of the journal, which comes out of the backup itself: see
 * `requireSigner`. Throws `forbidden` when it was not sealed to this officer, `damaged` at `medium generation N`.
 */
export function openManifest(suite: CryptoProvider, generation: Generation, officer: { id: string; boxSecret: Uint8Array }): { manifest: Manifest; signature: string } {
  const where = `medium generation ${generation.generation}`;
  const mine = generation.keys.find((one) => one.officer === officer.id);
  if (mine === undefined) throw new VaultError('forbidden', where);
  const key = suite.openFrom(officer.boxSecret, unbase64(mine.sealed));
  const plain = key === undefined ? undefined : suite.open(key, unbase64(generation.manifest));
  const parsed = signedManifestShape.safeParse(plain === undefined ? undefined : JSON.parse(new TextDecoder().decode(plain)));
  for (const one of [key, plain]) if (one !== undefined) suite.secrets.erase(one);
  if (!parsed.success) throw new VaultError('damaged', where);
  const { manifest } = parsed.data;
  const cutRightly = manifest.files.every((file) => objectsOf(file).every(({ bytes }) => bytes > 0) && (file.objects.length > 0 || file.bytes === 0));
  if (!cutRightly || manifest.vault !== generation.vault || manifest.generation !== generation.generation || manifest.at !== generation.at) throw new VaultError('damaged', where);
  return parsed.data;
}

/** Throws `damaged` unless the manifest bears the signature of an officer whom the journal had enrolled. */
export function requireSigner(suite: CryptoProvider, signPublic: string | undefined, { manifest, signature }: { manifest: Manifest; signature: string }): void {
  if (signPublic === undefined || !isSignedBy(suite, signPublic, manifest, signature)) throw new VaultError('damaged', `medium generation ${manifest.generation}`);
}
