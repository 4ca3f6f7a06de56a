import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    reporters: ['default', './test/harness/closing-line.ts'],
    maxWorkers: 2,
    // Every file starts and stops its own service; loading the modules anew for each took a third of the run.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
