import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawn, scale } from '../harness/scale.ts'
import { runNode } from '../../scripts/shared/child-process.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-lint-'))
  cpSync('openapi', join(folder, 'openapi'), { recursive: true })
  cpSync('redocly.yaml', join(folder, 'redocly.yaml'))
  // The rules of our own, and what they stand on.
  for (const name of ['node_modules', 'scripts', 'src']) {
    symlinkSync(resolve(name), join(folder, name))
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Lints the contract with one place of one file replaced. */
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
  const args = [redocly, 'lint', 'seller', 'store', 'management', '--format=stylish']
  const { code, output } = await runNode(args, { cwd: folder, env })
  return code === 0 ? '' : output
}

// What, in which file, this text is replaced by that one, and what the lint says.
const plantedFaults: readonly (readonly [string, string, string, string, RegExp])[] = [
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
    'an operation of the store that does not tell its retry',
    'paths/seller/orders.yaml',
    'x-retry:',
    'x-retries:',
    /orders\.yaml[\s\S]*x-retry/,
  ],
  [
    'an activity of the store that does not tell its retry',
    'components/saas-v1/ExpireInstanceV1.yaml',
    'x-retry:',
    'x-retries:',
    /ExpireInstanceV1\.yaml[\s\S]*x-retry/,
  ],
  [
    'a retry in words',
    'components/saas-v2/NewInstance.yaml',
    '{ every: PT1H, for: PT3H, then: refund }',
    '3 hours, hourly; then the order is refunded',
    /NewInstance\.yaml[\s\S]*x-retry.*object/,
  ],
  [
    'a retry beside a reference with a duration in words',
    'components/license/LicenseARequest.yaml',
    'for: [PT2H, PT3H]',
    'for: 2 hours',
    /LicenseARequest\.yaml[\s\S]*x-retry for/,
  ],
  [
    'a retry whose end is none that is known',
    'paths/seller/kit-v2-tenant-sync.yaml',
    'buyer-decides',
    'somebody-decides',
    /kit-v2-tenant-sync\.yaml[\s\S]*x-retry then/,
  ],
  [
    'a retry that infers what it does not have',
    'paths/seller/orders.yaml',
    'every: PT1H, ',
    '',
    /orders\.yaml[\s\S]*infers/,
  ],
  [
    'a retry of the other contracts that is no advice',
    'paths/store/order-query.yaml',
    'x-retry:',
    'x-retries:',
    /order-query\.yaml[\s\S]*x-retry/,
  ],
  [
    'an operation of the management contract that names no scope',
    'paths/management/keys.yaml',
    '  security: [{ managementToken: [read] }]\n',
    '',
    /keys\.yaml[\s\S]*scope/,
  ],
  [
    'an operation of the management contract with a scope that no token has',
    'paths/management/token.yaml',
    'managementToken: [admin]',
    'managementToken: [root]',
    /token\.yaml[\s\S]*scope/,
  ],
  [
    'an operation of the management contract that is open to every token',
    'paths/management/message-rerun.yaml',
    'managementToken: [operate]',
    'managementToken: []',
    /message-rerun\.yaml[\s\S]*scope/,
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
]

describe('lint', () => {
  test('finds nothing in the contract as it is', async () => {
    expect(await lint()).toBe('')
  })

  test.each(drawn(plantedFaults, scale.plantedFaults))(
    'finds %s, with file and line',
    async (_fault, file, from, to, told) => {
      expect(await lintWith(file, from, to)).toMatch(told)
    },
  )
})
