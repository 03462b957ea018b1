import { defineConfig } from '@playwright/test';

/** One window at a time: the machine has few cores, and focus belongs to one. */
export default defineConfig({
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: [['list']],
  globalSetup: './tests/build-first.ts',
  use: { trace: 'off', screenshot: 'off', video: 'off' },
  projects: [
    { name: 'shell-chromium', testDir: 'tests/shell', metadata: { shell: 'chromium' } },
    { name: 'shell-electron', testDir: 'tests/shell', metadata: { shell: 'electron' } },
    { name: 'e2e', testDir: 'tests/e2e', metadata: { shell: 'chromium' } },
  ],
});
