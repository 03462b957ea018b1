import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HouseHandler } from '../../context.ts';
import { no } from '../../refused.ts';
import { demonstrationOfficers, demonstrationPassphrase } from '../../scenario/demonstration.ts';
import { inspectVault } from '../../vault/header-copies.ts';

/** Made once, from fictional data, in a folder of its own; it appears under its name only when it is whole. */
export const openDemonstration: HouseHandler<'vault.openDemonstration'> = async (_, { session, machine, jobs, newId }) => {
  if (session.vault() !== undefined) no('session.mustLock');
  session.choose('demonstration');
  const folder = session.folder();
  if (inspectVault(folder) === undefined) {
    const fill = machine.fillDemonstration ?? no('vault.missing', { place: folder });
    const making = join(machine.dataFolder, 'demonstration.making');
    rmSync(making, { recursive: true, force: true });
    await jobs.run(newId(), (job) => fill(making, job));
    if (existsSync(folder)) no('vault.exists', { place: folder });
    renameSync(join(making, 'vault'), folder);
    rmSync(making, { recursive: true, force: true });
  }
  return { logins: demonstrationOfficers(), passphrase: demonstrationPassphrase };
};

export const leaveDemonstration: HouseHandler<'vault.leaveDemonstration'> = (_, { session }) => {
  session.lock();
  session.choose('own');
  return {};
};
