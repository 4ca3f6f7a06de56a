import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-lint-'))
  cpSync('openapi', join(folder, 'openapi'), { recursive: true })
  cpSync('redocly.yaml', join(folder, 'redocly.yaml'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lints the seller contract with one place of one file replaced. */
async function lintWith(file: string, from: string, to: string): Promise<string> {
  const path = join(folder, 'openapi', file)
  const sound = readFileSync(path, 'utf8')
  expect(sound).toContain(from)
  writeFileSync(path, sound.replace(from, to))
  try {
    return await lint()
  } finally {
    writeFileSync(path, sound)
  }
}

/** What the linter says of a contract with faults; nothing of one without. */
async function lint(): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const redocly = join(folder, 'node_modules/.bin/redocly')
  const args = [redocly, 'lint', 'seller', '--format=stylish']
  const { code, output } = await runNode(args, { cwd: folder, env })
  return code === 0 ? '' : output
}

describe('lint', () => {
  test('finds nothing in the contract as it is', async () => {
    expect(await lint()).toBe('')
  })

  test.each<[string, string, string, string, RegExp]>([
    [
      'a dangling reference',
      'paths/seller/saas.yaml',
      'saas-v2/newInstance.yaml',
      'saas-v2/nowhere.yaml',
      /saas\.yaml[\s\S]*\d+:\d+/,
    ],
    [
      'an example that does not fit',
      'examples/saas-v2/newInstance.yaml',
      'orderId: CS2211181819B4LVS,',
      'orderId: 7,',
      /newInstance\.yaml[\s\S]*\d+:\d+/,
    ],
    [
      'a string without a bound',
      'components/common/OrderId.yaml',
      'maxLength: 64',
      '',
      /OrderId\.yaml[\s\S]*\d+:\d+[\s\S]*bound/,
    ],
    [
      'an operation without its source',
      'paths/seller/orders.yaml',
      'x-source:',
      'x-sources:',
      /orders\.yaml[\s\S]*x-source/,
    ],
    [
      'an operation that does not tell its retry',
      'paths/seller/orders.yaml',
      'x-retry:',
      'x-retries:',
      /orders\.yaml[\s\S]*x-retry/,
    ],
    [
      'a summary with a full stop',
      'paths/seller/orders.yaml',
      'Take an order notification of the store',
      'Take an order notification.',
      /summary/,
    ],
    [
      'a property without a description',
      'components/saas-v2/NewInstance.yaml',
      'description: Which interface is called.,',
      '',
      /NewInstance\.yaml[\s\S]*means/,
    ],
  ])('finds %s, with file and line', async (_fault, file, from, to, told) => {
    expect(await lintWith(file, from, to)).toMatch(told)
  })
})
