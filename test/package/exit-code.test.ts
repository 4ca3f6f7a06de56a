import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'koogate-run-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// A run of its own, with a server of its own, whose end something else could decide.
const config = {
  root: folder,
  test: { globals: true, globalSetup: [resolve('test/harness/global-setup.ts')] },
}

test('a run with a failing test ends with 1, with the reporter of json as well', () => {
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default ${JSON.stringify(config)}`)
  writeFileSync(join(folder, 'it.test.mjs'), `test('fails', () => expect(1).toBe(2))\n`)
  expect(runIn(folder)).toEqual({ status: 1, failed: 1 })
})

function runIn(root: string): { status: number | null; failed: unknown } {
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  const env = { ...process.env, TEST_DATABASE_URL: '' }
  const args = [vitest, 'run', '--root', root, '--reporter=json', '--outputFile=report.json']
  const { status } = spawnSync(process.execPath, args, { cwd: root, env })
  const report = JSON.parse(readFileSync(join(root, 'report.json'), 'utf8')) as {
    numFailedTests: unknown
  }
  return { status, failed: report.numFailedTests }
}
