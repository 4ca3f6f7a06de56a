import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { scale } from '../harness/scale.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the demo in a folder of its own. */
async function demo(...names: readonly string[]): Promise<string> {
  const env = { ...process.env, TMPDIR: folder }
  const { code, output, errors } = await runNode(['scripts/demo.ts', ...names], { env })
  expect(code, output).toBe(0)
  expect(errors).toBe('')
  expect(output).not.toContain('wrong')
  expect(readdirSync(folder)).toEqual([])
  return output
}

if (scale.demoScenarios === 1)
  test('the demo plays the scenario that is named, ends with 0 and leaves nothing behind', async () => {
    const printed = await demo('manual')
    expect(printed).toMatch(/\nAll \d steps are right\n/)
    expect(printed).toMatch(/^buy +newInstance +000004 +provisioning .* provisioning until /m)
    expect(printed.match(/ orderNotify +000000 /g)).toHaveLength(1)
  })
else
  test('the demo plays every generation and every way of provisioning, ends with 0 and leaves nothing behind', async () => {
    const printed = await demo()
    expect(printed).toContain('\nAll 77 steps are right\n')
    expect(printed).toMatch(/^buy +newInstance +000000 .* active until \d{4}-\d\d-\d\d, OFFI/m)
    expect(printed).toMatch(/^freeze +updateInstanceStatus +000000 .* frozen until /m)
    expect(printed).toMatch(/^buy +newInstance +000004 +provisioning .* provisioning until /m)
    expect(printed).toMatch(/^buy +newInstance +000000 .* the buyer reads: 50 seats until /m)
    expect(printed.match(/ orderNotify +000000 /g)).toHaveLength(4)
  })
