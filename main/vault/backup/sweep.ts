import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { naming, VaultError } from '../errors.ts';
import { dropGeneration, generationsIn, listedObjects, type Place } from './place.ts';

/**
 * Takes a generation from a medium and then every object that no other generation there lists. Its own files go first: what is cut off in
 * the middle leaves objects that the next sweep takes. Where the list of another generation cannot be read, no object is
 * touched. Answers how many objects were removed.
 */
export async function removeGeneration(place: Place, generation: number): Promise<{ objects: number }> {
  const others = generationsIn(place).filter((one) => one !== generation);
  if (others.length === generationsIn(place).length) throw new VaultError('missing', `medium generation ${generation}`);
  const kept = new Set(others.flatMap((one) => listedObjects(place, one)));
  dropGeneration(place, generation);
  let objects = 0;
  for (const folder of naming('medium', () => readdirSync(place.objects))) {
    for (const name of naming('medium', () => readdirSync(join(place.objects, folder)))) {
      if (kept.has(name)) continue;
      naming('medium', () => rmSync(join(place.objects, folder, name), { force: true }));
      objects += 1;
    }
    await setImmediate();
  }
  return { objects };
}
