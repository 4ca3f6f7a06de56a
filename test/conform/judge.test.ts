import { describe, expect, it } from 'vitest'
import { conform } from '../../src/conform/conform.ts'
import { coverageOf } from '../../src/conform/coverage.ts'
import { endingOf } from '../../src/conform/report.ts'
import { CannotJudge } from '../../src/conform/rule.ts'
import { WrongUse } from '../../src/conform/wrong-use.ts'
import { readBaseline } from '../../src/conform/baseline.ts'
import { jsonReport } from '../../src/conform/report/json.ts'
import { alwaysBroken, judgeSmall, keys, ruleOf, standings, written } from './run.ts'

const kept = ruleOf('answers/kept')
const broken = ruleOf('signing/broken', alwaysBroken)
const warned = ruleOf('order/warned', { ...alwaysBroken, severity: 'warning' })
const rules = [warned, kept, broken]

describe('a run', () => {
  it('judges every rule in its fixed order, whatever their list', async () => {
    const report = await judgeSmall({ rules })
    expect(Object.entries(standings(report))).toEqual([
      ['signing/broken', 'broken'],
      ['answers/kept', 'kept'],
      ['order/warned', 'broken'],
    ])
    expect(endingOf(report)).toBe('broken')
  })

  it('does not fail for a warning', async () => {
    expect(endingOf(await judgeSmall({ rules: [kept, warned] }))).toBe('kept')
  })

  it('judges what is chosen: groups and rules', async () => {
    const only = await judgeSmall({ rules, only: ['signing', 'order/warned'] })
    expect(Object.keys(standings(only))).toEqual(['signing/broken', 'order/warned'])
    const skipped = await judgeSmall({ rules, skip: ['signing', 'order/warned'] })
    expect(Object.keys(standings(skipped))).toEqual(['answers/kept'])
  })

  it('names the rules that are meant by a word that it does not know', async () => {
    const run = judgeSmall({ rules, only: ['signing/brokn'] })
    await expect(run).rejects.toThrow(/--only: .*"signing\/brokn".*signing\/broken/)
    await expect(judgeSmall({ rules, only: ['order'], skip: ['order'] })).rejects.toThrow(WrongUse)
  })

  it('computes how many rules it could judge, and says what the rest need', async () => {
    const undecided = new CannotJudge({ en: 'Nothing to see.', zh: '无从判断。' })
    const all = [
      ...rules,
      ruleOf('kit/secret', { needs: ['publicKey', 'full'] }),
      ruleOf('kit/other', { generations: ['kitV2'] }),
      ruleOf('order/silent', { judge: () => Promise.reject(undecided) }),
    ]
    const report = await judgeSmall({ rules: all, skip: ['order/warned'] })
    const { total, judged, rest } = coverageOf(report)
    expect({ total, judged }).toEqual({ total: 6, judged: 2 })
    expect(rest.map(({ why, rules: some }) => [why.en, ...some])).toEqual([
      ['left out by --only or --skip', 'order/warned'],
      ['need real calls, not test calls: --full --i-own-this-server', 'kit/secret'],
      [expect.stringContaining('are about other interfaces'), 'kit/other'],
      ['Nothing to see.', 'order/silent'],
    ])
    const silent = report.judgements.find(({ rule }) => rule.id === 'order/silent')
    expect(silent?.reason?.en).toBe('Nothing to see.')
  })

  it('tells a rule that fails itself as a fault of its own', async () => {
    const failing = ruleOf('answers/failing', { judge: () => Promise.reject(new TypeError('oh')) })
    const report = await judgeSmall({ rules: [kept, failing] })
    expect(report.judgements.map(({ standing, reason }) => [standing, reason?.en])).toEqual([
      ['fault', 'The rule itself failed: TypeError: oh'],
      ['kept', undefined],
    ])
    expect(endingOf(report)).toBe('ourFault')
  })

  it('that is stopped reports what it knows, says that it is partial, and calls nobody any more', async () => {
    const stopping = new AbortController()
    let calls = 0
    const waiting = ruleOf('answers/waiting', {
      async judge(seller) {
        await seller.call(seller.plain, seller.valid(seller.plain))
        stopping.abort()
        await seller.call(seller.plain, seller.valid(seller.plain)).then(() => (calls += 1))
        return []
      },
    })
    const { signal } = stopping
    const report = await judgeSmall({ rules: [kept, waiting, warned], lanes: 1, signal })
    expect(report.partial).toBe(true)
    expect(standings(report)).toEqual({
      'answers/kept': 'kept',
      'answers/waiting': 'notJudged',
      'order/warned': 'notJudged',
    })
    expect(calls).toBe(0)
    const { rest } = coverageOf(report)
    expect(rest.map(({ why }) => why.en)).toEqual(['the run was stopped before'])
  })

  it('has several rules under way, and one that measures time by itself', async () => {
    let [underWay, most, besideAlone] = [0, 0, 0]
    const judgeFor = (alone: boolean) => ({
      alone,
      async judge() {
        underWay += 1
        most = Math.max(most, underWay)
        if (alone) besideAlone = underWay - 1
        await new Promise((done) => setImmediate(done))
        underWay -= 1
        return []
      },
    })
    const some = ['a', 'b', 'c', 'd'].map((name) => ruleOf(`answers/${name}`, judgeFor(false)))
    await judgeSmall({ rules: [ruleOf('debugger/alone', judgeFor(true)), ...some], lanes: 2 })
    expect({ most, besideAlone }).toEqual({ most: 2, besideAlone: 0 })
  })
})

describe('a case', () => {
  it('is judged again with the same random choices and new ids', async () => {
    const drawn: (readonly [number, unknown])[] = []
    const drawing = ruleOf('order/drawing', {
      async judge(seller) {
        const members = seller.valid(seller.plain)
        drawn.push([seller.random.between(0, 1e9), members['orderId']])
        return alwaysBroken.judge(seller)
      },
    })
    const all = [...rules, drawing]
    const report = await judgeSmall({ rules: all, only: ['order/drawing'] })
    const replay = report.judgements[0]?.caseId ?? ''
    expect(replay).toMatch(/^order\/drawing@saasV2#[0-9a-f]{8}$/)
    const again = await judgeSmall({ rules: all, generations: ['orders', 'saasV2'], replay })
    expect(again.judgements.map(({ caseId }) => caseId)).toEqual([replay])
    const [first, second] = drawn
    expect(second?.[0]).toBe(first?.[0])
    expect(second?.[1]).not.toBe(first?.[1])
    await judgeSmall({ rules: all, only: ['order/drawing'] })
    expect(drawn[2]?.[0]).not.toBe(first?.[0])
  })

  it('that is none is refused with its form', async () => {
    const options = { target: { url: new URL('http://127.0.0.1:9') }, keys, rules }
    const run = conform({ ...options, generations: ['saasV2'], replay: 'signing/broken' })
    await expect(run).rejects.toThrow(/--replay: "signing\/broken" is not a case/)
    const unknown = conform({ ...options, generations: [], replay: 'signing/brokn@saasV2#1' })
    await expect(unknown).rejects.toThrow(/--replay: .*signing\/broken/)
  })
})

describe('a baseline', () => {
  it('lets pass what was broken before, fails what is new, and tells what is mended', async () => {
    const before = await judgeSmall({ rules: [broken, ruleOf('answers/kept', alwaysBroken)] })
    const baseline = readBaseline('before.json', jsonReport(written(before)))
    const now = await judgeSmall({ rules: [broken, kept], baseline })
    expect(now.judgements.map(({ known }) => known)).toEqual([true, undefined])
    expect(now.fixed).toEqual([{ rule: 'answers/kept', generation: 'saasV2' }])
    expect(endingOf(now)).toBe('kept')
    const newlyBroken = ruleOf('keys/new', alwaysBroken)
    expect(endingOf(await judgeSmall({ rules: [broken, newlyBroken], baseline }))).toBe('broken')
  })

  it('that is no report is refused with the member that is wrong', () => {
    expect(() => readBaseline('b.json', '{')).toThrow('b.json is not JSON')
    expect(() => readBaseline('b.json', '{"judgements":[{"rule":1}]}')).toThrow(
      /b\.json is not a report .*judgements\.0\.rule/,
    )
  })
})

describe('real calls', () => {
  it('are made only for whoever says that the server is theirs', async () => {
    const target = { url: new URL('http://127.0.0.1:9') }
    const run = conform({ target, keys, generations: ['saasV2'], full: true })
    await expect(run).rejects.toThrow(/--i-own-this-server/)
  })

  it('carry no test flag, and test calls do', async () => {
    const seen: unknown[] = []
    const looking = ruleOf('order/looking', {
      judge(seller) {
        seen.push(seller.valid(seller.plain)['testFlag'])
        return Promise.resolve([])
      },
    })
    await judgeSmall({ rules: [looking], generations: ['saasV2', 'kitV2'] })
    const real = { full: true, ownsServer: true }
    await judgeSmall({ rules: [looking], generations: ['saasV2', 'kitV2'], ...real })
    expect(seen).toEqual(['1', 1, undefined, 0])
  })
})
