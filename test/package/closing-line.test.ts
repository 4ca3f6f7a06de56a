import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const reporter = pathToFileURL('test/harness/closing-line.ts').href

/** A run of these tests whose process something else ends with 0, as the embedded Postgres does. */
function endOf(states: readonly string[]): { status: number | null; lastLine: string | undefined } {
  const tests = states.map((state) => `{ result: () => ({ state: '${state}' }) }`)
  const module = `{ children: { allTests: () => [${tests.join()}] }, errors: () => [] }`
  const script = `
    const { default: ClosingLine } = await import('${reporter}')
    new ClosingLine().onTestRunEnd([${module}], [])
    process.exit(0)`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script])
  return { status: run.status, lastLine: run.stdout.toString().trim().split('\n').at(-1) }
}

test('a run with a failing test ends with 1, whoever ends the process, and its last line says so', () => {
  const end = endOf(['passed', 'failed'])
  expect(end).toEqual({ status: 1, lastLine: '1 passed, 1 failed' })
})

test('a run without one ends with 0', () => {
  expect(endOf(['passed', 'skipped'])).toEqual({
    status: 0,
    lastLine: '1 passed, 0 failed, 1 skipped',
  })
})
