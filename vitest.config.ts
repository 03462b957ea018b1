import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['app/**/*.test.ts', 'main/**/*.test.ts', 'renderer/**/*.test.ts', 'build/**/*.test.ts', 'tests/unit/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 20_000,
  },
});
