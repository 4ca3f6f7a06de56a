import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'

process.env['TEST_SEED'] ??= String(randomInt(2 ** 31))

// The cases of the field: nginx, HAProxy and PgBouncer as Debian has them. What is not installed is skipped.
export default defineConfig({
  test: {
    name: 'field',
    include: ['test/field/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/seeded.ts'],
    reporters: [
      'default',
      './test/field/skipped-reporter.ts',
      './test/harness/summary-reporter.ts',
    ],
    maxWorkers: 1,
    isolate: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
