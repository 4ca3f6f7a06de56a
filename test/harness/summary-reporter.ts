import type { Reporter, TestModule } from 'vitest/node'

/**
 * Prints the seed of a run at its start and end, and `N passed, N failed` on a line of its own as
 * its last word.
 */
export default class SummaryReporter implements Reporter {
  onTestRunStart(): void {
    printSeed()
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A hook that fails leaves its tests skipped.
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
    const broken = suites.filter((suite) => suite.errors().length > 0).length
    const skipped = count('skipped')
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    const failed = count('failed') + broken + errors.length
    process.on('exit', () => {
      printSeed()
      process.stdout.write(`${count('passed')} passed, ${failed} failed${tail}\n`)
    })
  }
}

function printSeed(): void {
  process.stdout.write(`\nTEST_SEED=${process.env['TEST_SEED'] ?? ''}\n`)
}
