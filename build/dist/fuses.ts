import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** electron-builder's names of the fuses, and their places in the wire. */
const places: Record<string, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/** The fuses as electron-builder.yml asks for them. Throws when one of them is not set there. */
export function wantedFuses(): Record<string, boolean> {
  const text = readFileSync(resolve(import.meta.dirname, '../../electron-builder.yml'), 'utf8');
  const wanted: Record<string, boolean> = {};
  for (const name of Object.keys(places)) {
    const value = new RegExp(`^ {2}${name}: (true|false)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`electron-builder.yml does not set the fuse ${name}`);
    wanted[name] = value === 'true';
  }
  return wanted;
}

/** The same fuses as they are in `binary`. */
export async function fusesIn(binary: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(binary);
  return Object.fromEntries(Object.entries(places).map(([name, place]) => [name, wire[place] === FuseState.ENABLE]));
}
