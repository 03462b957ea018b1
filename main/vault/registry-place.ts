import { join } from 'node:path';
import type { Standing } from './errors.ts';

export const registryFile = 'registry.db';
const stands: readonly Standing[] = ['holdings', 'header'];

export const registryStore = (folder: string, key: Uint8Array) => ({ path: join(folder, registryFile), place: registryFile, key, stands });
