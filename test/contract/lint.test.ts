import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { redoclyEnvironment } from '../../scripts/shared/redocly-environment.ts'

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

/** Puts a fault into its file. */
function plant([, file, from, to]: Fault): void {
  const path = join(folder, 'openapi', file)
  const sound = readFileSync(path, 'utf8')
  expect(sound).toContain(from)
  writeFileSync(path, sound.replace(from, to))
}

/** What the linter says of a contract with faults; nothing of one without. */
async function lint(): Promise<string> {
  const redocly = join(folder, 'node_modules/.bin/redocly')
  const args = [redocly, 'lint', 'seller', 'store', 'management', 'simulator', '--format=stylish']
  const { code, output } = await runNode(args, { cwd: folder, env: redoclyEnvironment })
  return code === 0 ? '' : output
}

// What, in which file, this text is replaced by that one, and what the lint says.
type Fault = readonly [what: string, file: string, from: string, to: string, told: RegExp]
const plantedFaults: readonly Fault[] = [
  [
    'a dangling reference',
    'paths/seller/saas.yaml',
    'saas-v2/newInstance.yaml',
    'saas-v2/nowhere.yaml',
    /saas-v2\/nowhere/,
  ],
  [
    'an example that does not fit',
    'examples/saas-v2/newInstance.yaml',
    'orderId: CS2211181819B4LVS,',
    'orderId: 7,',
    /orderId/,
  ],
  ['a string without a bound', 'components/common/OrderId.yaml', 'maxLength: 64', '', /bound/],
  [
    'an operation without its source',
    'paths/seller/license-code.yaml',
    'x-source:',
    'x-sources:',
    /x-source/,
  ],
  [
    'an operation of the store that does not tell its retry',
    'paths/seller/kit-v1-auth-sync.yaml',
    'x-retry:',
    'x-retries:',
    /x-retry/,
  ],
  [
    'an activity of the store that does not tell its retry',
    'components/saas-v1/ExpireInstanceV1.yaml',
    'x-retry:',
    'x-retries:',
    /x-retry/,
  ],
  [
    'a retry in words',
    'components/saas-v2/NewInstance.yaml',
    '{ every: PT1H, for: PT3H, then: refund }',
    '3 hours, hourly; then the order is refunded',
    /x-retry.*object/,
  ],
  [
    'a retry beside a reference with a duration in words',
    'components/license/LicenseARequest.yaml',
    'for: [PT2H, PT3H]',
    'for: 2 hours',
    /x-retry for/,
  ],
  [
    'a retry whose end is none that is known',
    'paths/seller/kit-v2-tenant-sync.yaml',
    'buyer-decides',
    'somebody-decides',
    /x-retry then/,
  ],
  [
    'a retry that infers what it does not have',
    'paths/seller/orders.yaml',
    'every: PT1H, ',
    '',
    /infers/,
  ],
  [
    'a retry of the other contracts that is no advice',
    'paths/store/order-query.yaml',
    'x-retry:',
    'x-retries:',
    /x-retry/,
  ],
  [
    'an operation of the management contract that names no scope',
    'paths/management/keys.yaml',
    '  security: [{ managementToken: [read] }, { managementSession: [read] }]\n',
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
    'an operation that the console may not call',
    'paths/management/kit-public-key.yaml',
    ', { managementSession: [read] }',
    '',
    /kit-public-key\.yaml[\s\S]*scope/,
  ],
  [
    'an operation with another scope for a session than for a token',
    'paths/management/audit.yaml',
    'managementSession: [admin]',
    'managementSession: [read]',
    /audit\.yaml[\s\S]*scope/,
  ],
  [
    'an operation of a product that is open to browsers',
    'paths/management/usage.yaml',
    '{ managementToken: [usage] }',
    '{ managementToken: [usage] }, { managementSession: [usage] }',
    /usage\.yaml[\s\S]*scope/,
  ],
  [
    'a summary with a full stop',
    'paths/seller/license.yaml',
    'Take an online license call of the store',
    'Take an online license call.',
    /summary/,
  ],
  [
    'a property without a description',
    'components/saas-v2/UpgradeInstance.yaml',
    'description: Which interface is called.,',
    '',
    /means/,
  ],
  [
    'a text without its Chinese',
    'components/management/Alarm.yaml',
    '    x-zh: 首次出现的时间。\n',
    '',
    /description has its Chinese/,
  ],
  [
    'a text whose Chinese is of another member',
    'paths/management/standing.yaml',
    '    summary: 报告',
    '    title: 报告',
    /summary has its Chinese[\s\S]*Chinese title/,
  ],
  [
    'Chinese that is English',
    'examples/management/alarm-cleared.yaml',
    '已有人查看',
    'Somebody has looked at it',
    /not in Chinese/,
  ],
  [
    'Chinese that says another code word',
    'components/management/License.yaml',
    '`status` 不是 `failed`',
    '`status` 不是 `frozen`',
    /missing in x-zh: failed; only there: frozen/,
  ],
]

// All of them in one run: each stands in a file of its own, which begins a section of what is said.
describe('lint finds, with file and line,', () => {
  let sections: readonly string[]

  beforeAll(async () => {
    plantedFaults.forEach(plant)
    const said = (await lint()).split(/\n(?=\S+\.yaml)/)
    sections = said.filter((section) => /^ +\d+:\d+ +(error|warning) /m.test(section))
  })

  test.each(plantedFaults)('%s', (_what, file, _from, _to, told) => {
    const section = sections.find((one) => one.startsWith(`openapi/${file}`))
    expect(section).toMatch(told)
  })

  test('and nothing else', () => {
    const found = sections.map((section) => section.slice(0, section.indexOf(':')))
    const planted = plantedFaults.map(([, file]) => `openapi/${file}`)
    expect([...new Set(found)].sort()).toEqual(planted.toSorted())
  })
})
