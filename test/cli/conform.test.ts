import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../../scripts/shared/child-process.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { closeServer, listenOnLoopback } from '../../src/simulator/api/loopback-http.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { twin } from '../broken-sellers/repeats/release.ts'
import { type StartedSeller, startSeller } from '../broken-sellers/right-seller/start.ts'
import { until } from '../harness/until.ts'
import { type ShellOptions, koogate, startKoogate } from './run-koogate.ts'

const keys = makeAccessKeys()
const folder = mkdtempSync(join(tmpdir(), 'koogate-conform-'))
const env = { KOOGATE_BASIC_KEY: keys.basic }
const only = 'repeats/release,repeats/unfreeze'
let right: StartedSeller
let wrong: StartedSeller
beforeAll(async () => {
  right = await startSeller({ keys })
  wrong = await startSeller({ keys, twin })
})
afterAll(async () => {
  await right.close()
  await wrong.close()
  rmSync(folder, { recursive: true })
})

const addressOf = ({ url }: StartedSeller) => new URL('main/saas', url).href
const judged = (seller: StartedSeller, args: readonly string[] = [], shell: ShellOptions = {}) =>
  koogate(['conform', addressOf(seller), '--only', only, ...args], { env, ...shell })

test('a seller that keeps every rule is judged so, and the command exits with 0', async () => {
  const { code, out, err } = await judged(right)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain(addressOf(right))
  expect(out).not.toContain(keys.basic)
})

test('a seller that breaks one is told which, and the command exits with 1', async () => {
  const { code, out } = await judged(wrong)
  expect(code).toBe(1)
  expect(out).toMatch(/^✗ repeats\/release /m)
  const { code: chinese, out: said } = await judged(wrong, [], {
    env: { ...env, LANG: 'zh_CN.UTF-8' },
  })
  expect(chinese).toBe(1)
  expect(said).toMatch(/^✗ repeats\/release .*[\u4e00-\u9fff]/m)
})

test('the former key stands behind the present one, and both are tried and neither shown', async () => {
  const formerKeys = makeAccessKeys()
  const changing = await startSeller({ keys, formerKeys })
  const both = { KOOGATE_BASIC_KEY: `${keys.basic},${formerKeys.basic}` }
  const judgedWith = (seller: StartedSeller) =>
    koogate(['conform', addressOf(seller), '--only', 'keys/two-at-once'], { env: both })
  const [takesBoth, takesOne] = [await judgedWith(changing), await judgedWith(right)]
  await changing.close()
  expect(takesBoth.code).toBe(0)
  expect(takesBoth.out).not.toContain('A newInstance signed with the former key')
  expect(takesOne.out).toContain('A newInstance signed with the former key')
  expect(takesBoth.out + takesOne.out).not.toContain(formerKeys.basic)
})

test('a baseline lets pass what was broken before', async () => {
  const file = join(folder, 'before.json')
  await judged(wrong, ['--report', `json=${file}`])
  expect(await judged(wrong, ['--baseline', file])).toMatchObject({ code: 0 })
})

test('reports are written beside what is printed, each in its form', async () => {
  const files = ['html', 'json', 'junit'].map((form) => `${form}=${join(folder, 'new', form)}`)
  const { code } = await judged(wrong, ['--report', files.join(',')])
  expect(code).toBe(1)
  const read = (form: string) => readFileSync(join(folder, 'new', form), 'utf8')
  expect(read('html')).toMatch(/^<!doctype html>/)
  expect(JSON.parse(read('json'))).toMatchObject({ ending: 'broken', partial: false })
  expect(read('junit')).toMatch(/^<\?xml [^]*<failure/)
})

test('with --json one value is all of standard output', async () => {
  const { code, out, err } = await judged(wrong, ['--json'], { terminal: true })
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(out.trimEnd().split('\n')).toHaveLength(1)
  expect(JSON.parse(out)).toMatchObject({ koogate: '1.2.3', ending: 'broken' })
})

describe('progress', () => {
  test('is shown on standard error where it is a terminal, verdicts on standard output', async () => {
    const { out, err } = await judged(right, [], { terminal: true })
    expect(err).toContain('repeats/')
    expect(out).toContain('\u001b[')
    expect(out).not.toContain('Judging')
  })

  test.each([
    ['no terminal', { terminal: false, env }],
    ['CI', { terminal: true, env: { ...env, CI: 'true' } }],
  ])('is not shown with %s', async (_what, shell) => {
    expect((await judged(right, [], shell)).err).toBe('')
  })

  test('NO_COLOR takes the colours away', async () => {
    const { out } = await judged(right, [], { terminal: true, env: { ...env, NO_COLOR: '1' } })
    expect(out).not.toContain('\u001b[')
  })
})

test('Ctrl-C prints what is known so far, says that it is partial, and exits with 130', async () => {
  let calls = 0
  const server = createServer((_request, response) => {
    calls += 1
    // The first call is what it is reached by; the rest wait for ever.
    if (calls > 1) return
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"resultCode":"000000","resultMsg":"ok","instanceId":"i"}')
  })
  const url = (await listenOnLoopback(server, 0)).href
  const file = join(folder, 'partial.json')
  const args = ['conform', url, '--only', only, '--report', `json=${file}`]
  const running = startKoogate(args, { env })
  await until(
    () => Promise.resolve(calls),
    (count) => count > 1,
  )
  running.send('SIGINT')
  const { code, out } = await running.ended
  expect(code).toBe(130)
  expect(out).toMatch(/partial|stopped/i)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ partial: true })
  await closeServer(server)
})

describe('a seller that cannot be judged is told once, and the command exits with 3', () => {
  test('when nobody is there', async () => {
    const url = `http://127.0.0.1:${await freePort()}/`
    const { code, out } = await koogate(['conform', url], { env })
    expect(code).toBe(3)
    expect(out.match(/ECONNREFUSED/g)).toHaveLength(1)
  })

  test('when the key is another', async () => {
    const { code, out } = await koogate(['conform', addressOf(right), '--key', 'basic=another'])
    expect(code).toBe(3)
    expect(out.match(/Every signed call is refused/g)).toHaveLength(1)
  })
})

test('lists every rule, and tells all that is known of one', async () => {
  const { out } = await koogate(['conform', '--list'])
  expect(out.trimEnd().split('\n')).toHaveLength(rules.length)
  const { code, out: told } = await koogate(['conform', '--explain', 'repeats/release'])
  expect(code).toBe(0)
  expect(told).toContain('https://support.huaweicloud.com/')
})

test.each([
  [[], 'The production address is missing'],
  [['seller'], '"seller" is not an address'],
  [['http://a'], 'There is no key to sign with'],
  [['http://a', '--key', 'basic=k', '--interfaces', 'kitV2'], 'the key "kit", which is not given'],
  [['http://a', '--key', 'k', '--only', 'debuger'], '--only: there is no rule or group "debuger"'],
  [['http://a', '--key', 'k', '--full'], '--i-own-this-server'],
  [['http://a', '--key', 'k', '--report', 'pdf=x'], '--report: "pdf=x" is not FORM=FILE'],
  [
    ['http://a', '--key', 'k', '--baseline', 'nowhere'],
    '--baseline: nowhere cannot be read (ENOENT)',
  ],
  [['http://a', '--key', 'k', '--seed', 'xyz'], '--seed: "xyz" is not'],
  [['http://a', '--key', 'k', '--within', '0'], '--within: "0" is not'],
  [['http://a', '--key', 'k', '--replay', 'x'], '--replay: "x" is not a case'],
  [['http://a', '--key', 'k', '--store-port', '4013'], 'KOOGATE_STORE_AK'],
  [['--explain', 'signing/nothing'], '--explain: there is no rule'],
])('%j is a wrong use, and exits with 2', async (args, sentence) => {
  const { code, out, err } = await koogate(['conform', ...args])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(sentence)
})

test('a report that cannot be written is told, after what was found is printed', async () => {
  const other = join(folder, 'other.html')
  const args = ['--report', `json=package.json/x,html=${other}`]
  const { code, out, err } = await judged(right, args)
  expect(existsSync(other)).toBe(true)
  expect(code).toBe(2)
  expect(out).toContain(addressOf(right))
  expect(err).toContain('--report: package.json/x cannot be written')
  expect(existsSync('package.json/x')).toBe(false)
})
