import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { scale } from '../harness/scale.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the demo in a folder of its own. A non-zero exit code rejects, with what was printed. */
async function demo(...names: readonly string[]): Promise<string> {
  const options = { env: { ...process.env, TMPDIR: folder } }
  const args = ['scripts/demo.ts', ...names]
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, options)
  expect(stderr).toBe('')
  expect(stdout).not.toContain('wrong')
  expect(readdirSync(folder)).toEqual([])
  return stdout
}

if (scale.demoScenarios === 1)
  test('the demo plays the scenario that is named, ends with 0 and leaves nothing behind', async () => {
    const printed = await demo('manual')
    expect(printed).toMatch(/\nAll \d steps are right\n/)
    expect(printed).toMatch(/^buy +newInstance +000004 +provisioning .* provisioning until /m)
    expect(printed.match(/ orderNotify +000000 /g)).toHaveLength(1)
  })
else
  test('the demo plays every generation and both ways of provisioning, ends with 0 and leaves nothing behind', async () => {
    const printed = await demo()
    expect(printed).toContain('\nAll 71 steps are right\n')
    expect(printed).toMatch(/^buy +newInstance +000000 .* active until \d{4}-\d\d-\d\d, OFFI/m)
    expect(printed).toMatch(/^freeze +updateInstanceStatus +000000 .* frozen until /m)
    expect(printed).toMatch(/^buy +newInstance +000004 +provisioning .* provisioning until /m)
    expect(printed.match(/ orderNotify +000000 /g)).toHaveLength(3)
  })
