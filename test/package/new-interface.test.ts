import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLong } from '../harness/scale.ts'

// A made-up interface, added as CONTRIBUTING says: contract, line, handler, test, simulator.
const patch = resolve('test/fixtures/new-interface/reviews.patch')
const copied = ['src', 'test', 'openapi', 'generated', 'scripts', 'docs']
const files = ['package.json', 'tsconfig.json', 'vitest.config.ts', 'redocly.yaml']

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-new-interface-'))
  for (const name of [...copied, ...files]) cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command in the copy; fails with what it wrote. */
function run(command: string, ...args: string[]): string {
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`
  const env = { ...process.env, PATH: path, VITEST: '' }
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  if (status !== 0) throw new Error(`${command} failed\n${stdout}\n${stderr}`)
  return stdout
}
const bin = (name: string) => join(folder, 'node_modules/.bin', name)

/** The files that stood before and are edited by hand; what is generated from the contract is not counted. */
function standingFiles(): string[] {
  const parts = readFileSync(patch, 'utf8')
    .split(/^diff --git /m)
    .slice(1)
  const standing = parts.filter((part) => !/^new file mode/m.test(part))
  return standing.map((part) => /^a\/(\S+)/.exec(part)?.[1] ?? '')
}

test('a new interface touches no more than eight files that stood before', () => {
  expect(standingFiles()).toEqual([
    'openapi/components/management/Message.yaml',
    'openapi/components/simulator/Generation.yaml',
    'openapi/seller.yaml',
    'src/calls/handlers.ts',
    'src/interfaces.ts',
    'src/simulator/calls/calls.ts',
    'src/simulator/calls/debug-cases.ts',
    'src/simulator/calls/endpoints.ts',
  ])
  expect(standingFiles().length).toBeLessThanOrEqual(8)
})

test('whose patch fits what stands', () => {
  run('git', 'apply', '--check', patch)
})

test.runIf(isLong)('and is generated, compiled and served', () => {
  run('git', 'apply', patch)
  run(process.execPath, 'scripts/generate.ts')
  const include = ['src', 'test/types', 'test/harness', 'test/calls/reviews.test.ts']
  const service = JSON.stringify({ extends: './tsconfig.json', include })
  writeFileSync(join(folder, 'tsconfig.service.json'), service)
  run(bin('tsc'), '-p', 'tsconfig.service.json')
  expect(run(bin('vitest'), 'run', 'test/calls/reviews.test.ts', '--maxWorkers=1')).toContain(
    '2 passed, 0 failed',
  )
})
