import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly optional?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}
const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const about: { dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies: Record<string, string> } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

it('names every optional package, also those of other systems: npm ci refuses a lockfile without them', () => {
  const missing = Object.entries(packages).flatMap(([place, entry]) => Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`]));
  expect(missing).toEqual([]);
});

it('pins every package by hash, but for those of systems we do not run on', () => {
  const loose = Object.entries(packages).filter(([place, entry]) => place !== '' && !entry.integrity && !entry.optional).map(([place]) => place);
  expect(loose).toEqual([]);
});

it('asks for exact versions only', () => {
  const all = { ...about.dependencies, ...about.devDependencies, ...about.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
