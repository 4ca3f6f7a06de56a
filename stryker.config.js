/**
 * npm run mutation: domain/, crypto/ and mask/ are spoilt in one place at a time, in a copy of the folder,
 * and a test of theirs has to notice. What survives is a test that is missing.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/{domain,crypto,mask}/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/one-process.ts' },
  // What no test can tell from the code stands there by name, with its reason.
  appendPlugins: ['./test/mutation/equivalents.ts'],
  ignorers: ['equivalents'],
  // A mutant that collects without an end is stopped by a small heap, not by a full machine.
  testRunnerNodeArgs: ['--max-old-space-size=512'],
  // What did not change since the last run here, test or code, is not run again; --force runs all.
  incremental: true,
  incrementalFile: 'reports/mutation/incremental.json',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  ignorePatterns: ['/docs', '/generated/site', '/data', '/dist', '/coverage'],
  // Below it the run fails.
  thresholds: { high: 95, low: 90, break: 80 },
}
