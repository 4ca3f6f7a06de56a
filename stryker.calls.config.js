import config from './stryker.config.js'

/**
 * npm run mutation:calls: the same of calls/, whose mutants meet signed calls on a service with a
 * Postgres of its own. A mutant is held against the tests whose calls came by it.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  ...config,
  mutate: ['src/calls/**/*.ts'],
  vitest: { configFile: 'test/mutation/service.ts' },
  testRunnerNodeArgs: [],
  incrementalFile: 'reports/mutation/calls-incremental.json',
  htmlReporter: { fileName: 'reports/mutation/calls.html' },
  jsonReporter: { fileName: 'reports/mutation/calls.json' },
  // The first run, with every test, is a long one.
  dryRunTimeoutMinutes: 20,
  // A mutant may leave a call without an answer: the service then gives one after its deadline.
  timeoutMS: 20_000,
}
