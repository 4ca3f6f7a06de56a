import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'koogate-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('the demo plays every generation and both ways of provisioning, ends with 0 and leaves nothing behind', async () => {
  const options = { env: { ...process.env, TMPDIR: folder } }
  // A non-zero exit code rejects, with what was printed.
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['scripts/demo.ts'],
    options,
  )
  expect(stderr).toBe('')
  expect(stdout).toContain('\nAll 71 steps are right\n')
  expect(stdout).not.toContain('wrong')
  expect(stdout).toMatch(/^buy +newInstance +000000 .* active until \d{4}-\d\d-\d\d, OFFI/m)
  expect(stdout).toMatch(/^freeze +updateInstanceStatus +000000 .* frozen until /m)
  expect(stdout).toMatch(/^buy +newInstance +000004 +provisioning .* provisioning until /m)
  expect(stdout.match(/ orderNotify +000000 /g)).toHaveLength(3)
  expect(readdirSync(folder)).toEqual([])
}, 120_000)
