import { randomInt } from 'node:crypto'
import { defineConfig } from 'vitest/config'
import { scale } from './test/harness/scale.ts'

// Handed on to the workers: TEST_SEED=… npm test repeats a run.
process.env['TEST_SEED'] ??= String(randomInt(2 ** 31))

// Asks for processes of their own, a browser, an embedded database, or many random runs.
const slow = [
  'test/contract/{diff-command,lint,mock,prism}.test.ts',
  'test/crypto/v1-cipher-java.test.ts',
  'test/docs/{build,site}.test.ts',
  'test/attack/{cut-connection,folder-lock,half-bodies,long-migration,npm-start,secret-key,unsigned-work}.test.ts',
  'test/guarantees/{database-away,killed,mutated-*,*.property}.test.ts',
  'test/guarantees/{embedded-lives,shadow}.test.ts',
  'test/management/{embedded,kit-public-key,koogate-client}.test.ts',
  'test/package/{bench,closing-line,exit-code,new-interface}.test.ts',
  'test/simulator/demo.test.ts',
  'test/calls/dial-test-generations.test.ts',
  'test/start/**/*.test.ts',
]
// Asks for nothing but this process.
const unit = [
  'test/{architecture,config,crypto,docs,domain,mutation,package,simulator,store-api}/**/*.test.ts',
  'test/contract/{contract-hook,diff,examples,interfaces}.test.ts',
]
// Asks for Postgres and HTTP.
const service = ['test/**/*.test.ts']

const project = (name: string, include: readonly string[], exclude: readonly string[]) => ({
  extends: true as const,
  test: { name, include: [...include], exclude: [...exclude] },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', unit, slow),
      project('service', service, [...unit, ...slow]),
      project('slow', slow, []),
    ],
    globalSetup: ['test/harness/global-setup.ts'],
    setupFiles: ['test/harness/seeded.ts'],
    reporters: ['default', './test/harness/summary-reporter.ts'],
    maxWorkers: 2,
    // Every file starts and stops its own service; loading the modules anew for each took a third of the run.
    isolate: false,
    testTimeout: scale.minutesATest * 60_000,
    hookTimeout: 180_000,
  },
})
