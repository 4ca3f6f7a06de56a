import { defineConfig } from 'vitest/config'
import { useMemoryFolder } from '../harness/memory-folder.ts'

useMemoryFolder()

/** What the mutants of calls/ are held against: calls to a service on the Postgres of the run. */
export default defineConfig({
  test: {
    include: ['test/calls/**/*.test.ts'],
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/seeded.ts'],
    // Loading the service anew for each file took most of the time of a mutant.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})
