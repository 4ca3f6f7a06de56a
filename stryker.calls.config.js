import { resolve } from 'node:path'
import config from './stryker.config.js'

// The processes of the run compile what they load once.
process.env.NODE_COMPILE_CACHE ??= resolve('node_modules/.cache/node')
// Each mutant meets the same random calls; another seed draws other ones, and another sample.
process.env.TEST_SEED ??= '1'
const { SAMPLE, STATIC, TEST_SEED } = process.env
const name = SAMPLE === undefined ? 'calls' : `calls-${SAMPLE}-seed-${TEST_SEED}`

/**
 * npm run mutation:calls: the same of calls/, whose mutants meet signed calls on a service with a
 * Postgres of its own. A mutant is held against the tests whose calls came by it. All of them take
 * hours; SAMPLE=0.1 tries a tenth (test/mutation/sample.ts).
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  ...config,
  mutate: ['src/calls/**/*.ts'],
  appendPlugins: [...config.appendPlugins, './test/mutation/sample.ts'],
  // What is worked out once, as a module is loaded, meets all tests: a second run, STATIC=true, has it.
  ignoreStatic: STATIC !== 'true',
  checkers: SAMPLE === undefined ? [] : ['sample'],
  // Which tests come by a mutant is known from the first run; to follow imports as well takes seconds.
  vitest: { configFile: 'test/mutation/service.ts', related: false },
  testRunnerNodeArgs: [],
  incrementalFile: `reports/mutation/${name}-incremental.json`,
  htmlReporter: { fileName: `reports/mutation/${name}.html` },
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  // The first run, with every test, is a long one.
  dryRunTimeoutMinutes: 20,
  // A test that waits for what a mutant does not do ends by itself (testTimeout): only a mutant that
  // never gives the processor back is stopped from here, which starts Postgres anew.
  timeoutMS: 45_000,
}
