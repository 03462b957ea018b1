import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** `unit` stands beside the code; `scenarios` play whole days through the contract. */
export default defineConfig({
  test: {
    pool: 'forks',
    // Vitest leaves a core to itself; with two, that is half the machine.
    maxWorkers: availableParallelism(),
    globalSetup: './tests/temporary.ts',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{app,main,renderer,build}/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
          // Several tests wait for the disk of one machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scenarios',
          include: ['tests/scenarios/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
