import { refuse, type Refusal, type RefusalCode } from '#app/contract/refusals.ts';
import { Refused } from '../../refused.ts';
import { VaultError, type VaultErrorCode } from '../../vault/errors.ts';

const onMedium: Partial<Readonly<Record<VaultErrorCode, RefusalCode>>> = {
  noSpace: 'media.full', readOnly: 'media.readOnly', permission: 'media.permission', io: 'media.io', missing: 'backup.unplugged', damaged: 'backup.damaged', newer: 'backup.newer',
  forbidden: 'backup.notEntitled', exists: 'backup.mediumTaken', inUse: 'media.io',
};

function refusalOf({ code, place }: VaultError): Refusal | undefined {
  const generation = /^medium generation (\d+)/.exec(place)?.[1];
  if (generation !== undefined && code === 'missing') return refuse('backup.generationNotFound', { generation });
  if (place.startsWith('medium')) {
    const known = onMedium[code];
    return known === undefined ? undefined : refuse(known, { place, remains: 'none' });
  }
  return code === 'changed' ? refuse('backup.changed') : undefined;
}

/** Runs a step that works on a medium, and names what goes wrong there as such: a fault of the medium is not one of the vault. */
export async function onItsMedium<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const refusal = error instanceof VaultError ? refusalOf(error) : undefined;
    throw refusal === undefined ? error : new Refused([refusal]);
  }
}
