import { z } from 'zod';

export const text = z.string().min(1).max(1000);

/** A shape of texts, one for each key and no other. */
export function texts<const K extends string>(...keys: readonly K[]): z.ZodObject<Record<K, typeof text>, z.core.$strict> {
  const shape: Partial<Record<K, typeof text>> = {};
  for (const key of keys) shape[key] = text;
  return z.strictObject(shape as Record<K, typeof text>);
}
