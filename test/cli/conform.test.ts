import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../../src/conform/rules/index.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { type StartedSeller, startSeller, targetOf } from '../broken-sellers/right-seller/start.ts'
import type { Twin } from '../broken-sellers/right-seller/parts.ts'
import { right as rightParts } from '../broken-sellers/right-seller/right.ts'
import { koogate, startKoogate } from './run-koogate.ts'

const keys = makeAccessKeys()
let folder: string
let right: StartedSeller
let wrong: StartedSeller
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'koogate-conform-'))
  right = await startSeller({ keys })
  wrong = await startSeller({ keys, twin: { statusOf: () => 201 } })
})
afterAll(async () => {
  await right.close()
  await wrong.close()
  rmSync(folder, { recursive: true })
})

const at = (seller: StartedSeller) => ['conform', targetOf(seller).url.href]
const basic = ['--key', `basic=${keys.basic}`]
const status = ['--only', 'debugger/http-status']

describe('koogate conform', () => {
  test('ends with 0 where what is judged is kept, and prints the verdict on standard output', async () => {
    const { code, out, err } = await koogate([...at(right), ...basic, ...status])
    expect(err).toBe('')
    expect(out).toContain('Every rule that was judged is kept (1 judgements).')
    expect(out).toContain(`Rules judged: 1 / ${rules.length}`)
    expect(code).toBe(0)
  })

  test('ends with 1 where a rule is broken, and writes every report that is asked for', async () => {
    const path = (name: string) => join(folder, name)
    const files = `junit=${path('r.xml')},html=${path('r.html')},json=${path('r.json')}`
    const { code, out } = await koogate([...at(wrong), ...basic, ...status, '--report', files])
    expect(code).toBe(1)
    expect(out).toContain('A valid newInstance was answered with HTTP status 201.')
    for (const name of ['r.xml', 'r.html', 'r.json'])
      expect(readFileSync(path(name), 'utf8')).toContain('debugger/http-status')
    // What it found is known by then, and fails no more.
    const baseline = ['--baseline', path('r.json')]
    const again = await koogate([...at(wrong), ...basic, ...status, ...baseline])
    expect(again.code).toBe(0)
    expect(again.out).toContain('Known before: debugger/http-status@saasV2')
  })

  test('ends with 3 and one finding where the key is another', async () => {
    const { code, out } = await koogate([...at(right), '--key', 'basic=another', '--json'])
    expect(code).toBe(3)
    const report = JSON.parse(out) as { generations: { state: string }[]; judgements: unknown[] }
    expect(report.generations.map(({ state }) => state)).toEqual(['refused'])
    expect(report.judgements).toEqual([])
  })

  test('judges again the case that it printed', async () => {
    const { out } = await koogate([...at(wrong), ...basic, ...status])
    const [, replay = ''] = /--replay '(.*?)'/.exec(out) ?? []
    expect(replay).toMatch(/^debugger\/http-status@saasV2#/)
    const again = await koogate([...at(wrong), ...basic, '--replay', replay])
    expect(again.code).toBe(1)
    expect(again.out).toContain(replay)
  })

  test('judges interfaces that have an address of their own', async () => {
    const own = ['--address', 'orders=/main/orders', '--key', `order=${keys.order}`]
    const { code, out } = await koogate([...at(right), ...own, ...status, '--json'])
    expect(code).toBe(0)
    const { judgements } = JSON.parse(out) as { judgements: { generation: string }[] }
    expect(judgements.map(({ generation }) => generation)).toEqual(['orders'])
  })

  test('lists its rules and explains one, in English and Chinese, without calling anybody', async () => {
    const { out: list } = await koogate(['conform', '--list'])
    for (const { id } of rules) expect(list).toContain(id)
    const { out } = await koogate(['conform', '--explain', 'debugger/http-status'])
    expect(out).toContain('What the store does: Only 200 counts as called')
    const chinese = await koogate(['conform', '--explain', 'debugger/http-status'], {
      env: { LANG: 'zh_CN.UTF-8' },
    })
    expect(chinese.out).toContain('对合法调用返回 HTTP 状态码 200。')
  })

  test.each([
    ['no address', ['conform'], /The address is missing/],
    ['no key', ['conform', 'http://127.0.0.1:9/'], /There is no key to sign with/],
    ['a word for an address', ['conform', 'seller', ...basic], /The address is seller/],
    ['a query in it', ['conform', 'http://h/?a=b', ...basic], /carries a query/],
    [
      'an unknown rule',
      ['conform', 'http://h/', ...basic, '--only', 'debuger'],
      /--only.*debugger/,
    ],
    [
      'an unknown report',
      ['conform', 'http://h/', ...basic, '--report', 'pdf=x'],
      /--report is pdf/,
    ],
    [
      'real calls at any server',
      ['conform', 'http://h/', ...basic, '--full'],
      /--i-own-this-server/,
    ],
    [
      'no baseline',
      ['conform', 'http://h/', ...basic, '--baseline', '/none'],
      /\/none cannot be read/,
    ],
    [
      'no generation',
      ['conform', 'http://h/', ...basic, '--generation', 'v9'],
      /--generation is v9/,
    ],
    ['no case', ['conform', 'http://h/', ...basic, '--replay', 'x'], /--replay: "x" is not a case/],
    [
      'a key that is not given',
      ['conform', 'http://h/', ...basic, '--generation', 'orders'],
      /"order"/,
    ],
  ])('%s ends with 2 and a sentence that names it', async (_what, args, sentence) => {
    const { code, out, err } = await koogate(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).not.toContain(keys.basic)
  })

  test('a report that cannot be written is told before anybody is called', async () => {
    const report = ['--report', `html=${join(folder, 'none', 'r.html')}`]
    // Nobody listens there, which would be 3.
    const { code, err } = await koogate(['conform', 'http://127.0.0.1:9/', ...basic, ...report])
    expect(code).toBe(2)
    expect(err).toMatch(/r\.html cannot be written \(ENOENT\)/)
  })

  test('stopped by Ctrl-C it reports what it knows, says that it is partial, and ends with 130', async () => {
    const { promise: called, resolve: isCalled } = Promise.withResolvers<undefined>()
    let calls = 0
    const newInstance: Twin['newInstance'] = async (call, seller) => {
      calls += 1
      if (calls === 1) return rightParts.newInstance(call, seller)
      isCalled(undefined)
      return new Promise<never>(() => undefined)
    }
    const hanging = await startSeller({ keys, twin: { newInstance } })
    const path = join(folder, 'partial.json')
    const args = [...at(hanging), ...basic, ...status, '--report', `json=${path}`]
    const started = startKoogate(args)
    await called
    started.send('SIGINT')
    const { code, out } = await started.ended
    await hanging.close()
    expect(code).toBe(130)
    expect(out).toContain('Partial: ')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ partial: true })
  })
})

test('writes no key anywhere', async () => {
  const path = join(folder, 'keys.json')
  writeFileSync(path, JSON.stringify({ BASIC_KEY: keys.basic }))
  const report = join(folder, 'none-of-it.json')
  const args = [...at(wrong), '--key-file', path, ...status, '--report', `json=${report}`]
  const { code, out, err } = await koogate(args)
  expect(code).toBe(1)
  expect(`${out}${err}${readFileSync(report, 'utf8')}`).not.toContain(keys.basic)
})
