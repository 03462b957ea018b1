import type { Texts } from '../language/texts.ts';

const files: readonly (readonly [start: string, words: 'registry' | 'heads' | 'header' | 'headerCopy' | 'attempts' | 'staging' | 'lock' | 'vault'])[] = [
  ['registry.db', 'registry'], ['heads.log', 'heads'], ['vault.json', 'header'], ['vault.copy.json', 'headerCopy'], ['attempts.json', 'attempts'], ['staging', 'staging'], ['vault.lock', 'lock'], ['vault', 'vault'],
];

/** A place in the vault, as main names it (`holding UZ-01/LOWER act 12`), in the officer's words. What is not known stays as it is. */
export function showVaultPlace(place: string, t: Texts['t']): string {
  const [, name, act, file] = /^holding (\S+)(?: act (\d+)| file (\S+))?$/.exec(place) ?? [];
  if (name !== undefined) {
    if (act !== undefined) return t('components.vaultPlace.holdingAct', { name, seq: act });
    return file === undefined ? t('components.vaultPlace.holding', { name }) : t('components.vaultPlace.holdingFile', { name, file });
  }
  const [, words] = files.find(([start]) => place.startsWith(start)) ?? [];
  return words === undefined ? place : t(`components.vaultPlace.${words}`);
}
