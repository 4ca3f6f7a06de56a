import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runNode } from '../../scripts/shared/child-process.ts'
import { isLong } from '../harness/scale.ts'

// The version of the contract as it is.
const [, version = ''] =
  /^ {2}version: (.+)$/m.exec(readFileSync('openapi/seller.yaml', 'utf8')) ?? []

const script = resolve('scripts/contract-diff.ts')
// A repository of its own with the two smaller contracts; after each test as it was made.
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-diff-'))
  for (const path of ['openapi', 'package.json']) {
    cpSync(path, join(folder, path), { recursive: true })
  }
  // What the commands read of the sources.
  cpSync('src/contract/retry.ts', join(folder, 'src/contract/retry.ts'))
  for (const name of ['management', 'simulator']) {
    rmSync(join(folder, `openapi/${name}.yaml`))
    rmSync(join(folder, `openapi/paths/${name}`), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  git('init', '--quiet')
  commit()
  git('branch', 'made')
})
afterEach(() => {
  git('reset', '--hard', '--quiet', 'made')
  git('tag', '--delete', ...git('tag').split('\n').filter(Boolean))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function git(...args: string[]): string {
  const who = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.com']
  return execFileSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
}

function commit(): void {
  git('add', 'openapi')
  git('commit', '--quiet', '--message', 'A version')
}

function change(file: string, from: string, to: string): void {
  const path = join(folder, 'openapi', file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

async function run(...args: string[]): Promise<{ readonly code: unknown; readonly said: string }> {
  const { code, output } = await runNode([script, ...args], { cwd: folder })
  return { code, said: output }
}

test('without a tag the check says that there is nothing to compare with', async () => {
  const { code, said } = await run('--last-tag')
  expect(code).toBe(0)
  expect(said).toContain('No version of the contract has a tag yet')
  expect(said).toContain('契约还没有带标签的版本')
})

// That ours ends so is part of npm run check.
test.runIf(isLong)('an unchanged contract ends with 0', async () => {
  git('tag', 'v0.1.0')
  const { code, said } = await run('--last-tag')
  expect(said).toContain('Nothing has changed since v0.1.0.')
  expect(code).toBe(0)
})

test('a breaking change ends with 1, and with 0 once the major version is raised', async () => {
  git('tag', 'v0.1.0')
  change('components/orders/OrdersRequest.yaml', 'orderLineId]', 'orderLineId, testFlag]')
  commit()
  const refused = await run('--last-tag')
  expect(refused.said).toContain('`testFlag` is required now; it could be left out.')
  expect(refused.said).toContain('`testFlag` 由可选改为必填。')
  expect(refused.code).toBe(1)
  change('seller.yaml', `version: ${version}`, 'version: 1.0.0')
  const allowed = await run('v0.1.0')
  expect(allowed.said).toContain('## Breaking (1)')
  expect(allowed.said).toContain(`seller.yaml ${version} → 1.0.0`)
  expect(allowed.code).toBe(0)
})

test.runIf(isLong)('a compatible change ends with 0, uncommitted too', async () => {
  change('components/orders/OrdersRequest.yaml', 'required: [', 'deprecated: true\nrequired: [')
  const { code, said } = await run('HEAD')
  expect(said).toContain('## Compatible (1)')
  expect(code).toBe(0)
})

test('a changed rule ends with 1 until it is decided about, and a page tells it', async () => {
  change('components/orders/OrdersRequest.yaml', 'required: [', 'x-repeat: never\nrequired: [')
  const refused = await run('HEAD', '--format', 'json', '--html', join(folder, 'review.html'))
  expect(refused.code).toBe(1)
  const { undecided } = JSON.parse(refused.said) as { readonly undecided: string[] }
  expect(undecided).toHaveLength(1)
  expect(readFileSync(join(folder, 'review.html'), 'utf8')).toContain(undecided[0])
  const decision = `- { id: ${undecided[0]}, who: Li Wei, why: It was so before., date: 2026-11-26 }`
  writeFileSync(join(folder, 'openapi/approvals.yaml'), decision)
  expect((await run('HEAD')).code).toBe(0)
  writeFileSync(join(folder, 'openapi/approvals.yaml'), decision.replace('who: Li Wei, ', ''))
  const nobody = await run('HEAD')
  expect(nobody.said).toContain('openapi/approvals.yaml is not as it should be')
  expect(nobody.code).toBe(2)
})

test('a keyword that the command does not know ends with 2, and is named', async () => {
  change('components/orders/OrdersRequest.yaml', 'required: [', 'x-unheard-of: 1\nrequired: [')
  const { code, said } = await run('HEAD')
  expect(said).toContain('does not know x-unheard-of')
  expect(code).toBe(2)
})

test.each([
  ['a version that is not there', ['v9'], 'There is no version v9 of the contract.'],
  ['no version', [], 'Usage'],
  ['a form that is not there', ['HEAD', '--format', 'pdf'], 'Usage'],
])('%s ends with 2', async (_what, args, told) => {
  const { code, said } = await run(...args)
  expect(code).toBe(2)
  expect(said).toContain(told)
})

test('a contract that cannot be read ends with 2, and says where', async () => {
  change('paths/seller/orders.yaml', 'OrdersRequest.yaml', 'Nowhere.yaml')
  const { code, said } = await run('HEAD')
  expect(code).toBe(2)
  expect(said).toContain('Nowhere.yaml')
})
