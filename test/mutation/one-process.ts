import { defineConfig } from 'vitest/config'

/** What the mutants of domain/ and crypto/ are held against: the tests that ask for this process only. */
export default defineConfig({
  test: {
    include: ['test/{domain,crypto}/**/*.test.ts'],
    setupFiles: ['test/harness/seeded.ts'],
  },
})
