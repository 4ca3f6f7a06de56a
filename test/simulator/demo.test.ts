import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { columnsOf } from '../../src/simulator/scenarios/columns.ts'
import { scale } from '../harness/scale.ts'

const folder = mkdtempSync(join(tmpdir(), 'koogate-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the demo in a folder of its own, by default in the language of the shell. */
async function demo(names: readonly string[], shell: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, LC_ALL: 'C', COLUMNS: '', TMPDIR: folder, ...shell }
  const begun = performance.now()
  const onLine = () => (firstLineMs ??= performance.now() - begun)
  let firstLineMs: number | undefined
  const { code, output, errors } = await runNode(['scripts/demo.ts', ...names], { env, onLine })
  // A process that does nothing takes its time, too, where others work.
  const idle = performance.now()
  await runNode(['-e', ''])
  expect(firstLineMs).toBeLessThan(1_000 + 2 * (performance.now() - idle))
  expect(code, output).toBe(0)
  expect(errors).toBe('')
  expect(output).not.toContain('wrong')
  expect(readdirSync(folder)).toEqual([])
  return output
}

if (scale.demoScenarios === 1)
  test('the demo plays the scenario that is named, in Chinese and in 90 columns, ends with 0 and leaves nothing behind', async () => {
    const printed = await demo(['manual'], { LC_ALL: 'zh_CN.UTF-8', COLUMNS: '90' })
    expect(printed).toMatch(/\n全部 \d 个步骤均正确\n/)
    expect(printed).toMatch(
      /^购买 +newInstance +000004 +provisioning .*\n {4}provisioning，有效期至 /m,
    )
    expect(printed.match(/ orderNotify +000000 /g)).toHaveLength(1)
    expect(printed.split('\n').filter((line) => columnsOf(line) > 90)).toEqual([])
  })
else
  test('the demo plays every generation and every way of provisioning, ends with 0 and leaves nothing behind', async () => {
    const printed = await demo([])
    expect(printed).toContain('\nAll 77 steps are right\n')
    expect(printed).toMatch(/^buy +newInstance +000000 .* active until \d{4}-\d\d-\d\d, OFFI/m)
    expect(printed).toMatch(/^freeze +updateInstanceStatus +000000 .* frozen until /m)
    expect(printed).toMatch(/^buy +newInstance +000004 +provisioning .* provisioning until /m)
    expect(printed).toMatch(/^buy +newInstance +000000 .* the buyer reads: 50 seats until /m)
    expect(printed.match(/ orderNotify +000000 /g)).toHaveLength(4)
  })
