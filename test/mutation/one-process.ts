import { defineConfig } from 'vitest/config'

/** What the mutants of domain/ and crypto/ are held against: the tests that ask for this process only. */
export default defineConfig({
  test: {
    include: ['test/{domain,crypto}/**/*.test.ts'],
    // Java is compiled and started there, which no mutant need wait for: its vectors are in another file.
    exclude: ['test/crypto/v1-cipher-java.test.ts'],
    setupFiles: ['test/harness/seeded.ts'],
  },
})
