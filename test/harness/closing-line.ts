import type { Reporter, TestModule } from 'vitest/node'

/**
 * Prints `N passed, N failed` on a line of its own as the last word of a run, and lets a run with a
 * failure end with 1: the embedded Postgres ends the process by itself, with 0 whatever happened.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    const skipped = count('skipped')
    const tail = skipped > 0 ? `, ${skipped} skipped` : ''
    process.on('exit', () => {
      const failed = count('failed') + broken + errors.length
      if (failed > 0) process.exitCode = 1
      process.stdout.write(`\n${count('passed')} passed, ${failed} failed${tail}\n`)
    })
  }
}
