import { defineConfig } from '@playwright/test';

/** One window at a time on a display: focus belongs to one. `npm test` gives each part of the end-to-end tests a virtual display of its own. */
export default defineConfig({
  workers: 1,
  fullyParallel: false,
  // Long ways through the program, several of them side by side on few cores.
  timeout: 120_000,
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
