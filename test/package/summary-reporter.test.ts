import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const reporter = pathToFileURL('test/harness/summary-reporter.ts').href

/** The last line of a run whose tests ended in these states. */
function lastLineOf(states: readonly string[], brokenSuites = 0): string | undefined {
  const tests = states.map((state) => `{ result: () => ({ state: '${state}' }) }`)
  const suites = Array.from({ length: brokenSuites }, () => `{ errors: () => ['a hook failed'] }`)
  const children = `{ allTests: () => [${tests.join()}], allSuites: () => [${suites.join()}] }`
  const module = `{ children: ${children}, errors: () => [] }`
  const script = `
    const { default: ClosingLine } = await import('${reporter}')
    new ClosingLine().onTestRunEnd([${module}], [])`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  return run.stdout.toString().trim().split('\n').at(-1)
}

test('the last line of a run counts what passed, failed and was skipped', () => {
  expect(lastLineOf(['passed', 'failed'])).toBe('1 passed, 1 failed')
  expect(lastLineOf(['passed', 'skipped'])).toBe('1 passed, 0 failed, 1 skipped')
  expect(lastLineOf(['passed', 'skipped'], 1)).toBe('1 passed, 1 failed, 1 skipped')
})
