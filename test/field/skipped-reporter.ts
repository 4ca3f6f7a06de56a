import type { Reporter, TestModule } from 'vitest/node'

/** Says how many cases were skipped for want of a program of Debian: they have not passed. */
export default class SkippedReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const skipped = tests.filter((test) => test.result().state === 'skipped').length
    if (skipped > 0) process.stdout.write(`\nskipped ${skipped}\n`)
  }
}
