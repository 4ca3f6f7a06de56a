import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { languages } from '../../scripts/shared/languages.ts'
import { staleParts } from '../../scripts/tables/generated-parts.ts'
import { retrySentence, retryTable } from '../../scripts/tables/retry-table.ts'
import { durationMs, retrySchema } from '../../src/contract/retry.ts'
import { storeRetries } from '../../src/contract/store-retries.ts'
import { pollingWindowOf, retryWindowOf } from '../../src/simulator/calls/retry-windows.ts'
import { anchorsOf } from '../package/pages.ts'

const bundle = () => JSON.parse(readFileSync('generated/seller.json', 'utf8')) as Seller
interface Seller {
  readonly paths: Record<string, Record<string, Record<string, unknown>>>
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> }
}

const minutes = 60_000
const calls = storeRetries()

describe('how the store repeats its calls', () => {
  test('is told of every call of the seller contract', () => {
    expect(calls).toHaveLength(7 + 7 + 7 + 4 + 3 + 1 + 10)
    const named = calls.map(({ operationId, activity }) => `${operationId} ${activity}`)
    expect(new Set(named).size).toBe(calls.length)
    expect(named).toContain('orders orderNotify')
    expect(named).toContain('kitTenantSyncV2 tenantSync')
  })

  test('is missed where a call does not tell it', () => {
    const seller = bundle()
    delete seller.components.schemas['NewInstanceV1']?.['x-retry']
    expect(() => storeRetries(seller)).toThrow()
  })

  test('of a call by another generation counts before what it shares', () => {
    const of = (operationId: string) =>
      calls.find((call) => call.operationId === operationId && call.activity === 'newInstance')
    expect(of('saasV2')?.retry.every).toBe('PT1H')
    expect(of('licenseA')?.retry.every).toBe('PT2M')
  })

  test.each([
    ['PT2M', 2],
    ['PT3H', 180],
    ['PT1H30M', 90],
  ])('reads %s as %i minutes', (duration, expected) => {
    expect(durationMs(duration)).toBe(expected * minutes)
  })
})

describe('the form of x-retry', () => {
  const sound = { every: 'PT2M', for: 'PT2H', then: 'by-hand', inferred: ['every'] } as const

  test('takes a sound one', () => {
    expect(retrySchema.parse(sound)).toEqual(sound)
  })

  test.each<[string, object]>([
    ['a duration in words', { for: '2 hours' }],
    ['an empty duration', { every: 'PT' }],
    ['a duration in days', { for: 'P1D' }],
    ['both a length and a count', { times: 60 }],
    ['a longer duration before a shorter one', { for: ['PT2H', 'PT1H'] }],
    ['no attempt at all', { for: undefined, times: 0 }],
    ['an end that is not known', { then: 'somehow' }],
    ['no end', { then: undefined }],
    ['an inference of what is not there', { every: undefined }],
    ['a member of its own', { until: 'PT3H' }],
    ['a code that is none', { after: 'later' }],
  ])('refuses %s', (_fault, tampered) => {
    expect(retrySchema.safeParse({ ...sound, ...tampered }).success).toBe(false)
  })
})

describe('the simulator repeats by the contract', () => {
  test.each(calls.map((call) => [`${call.operationId} ${call.activity}`, call] as const))(
    '%s',
    (_name, { operationId, activity, retry }) => {
      const kit = /^kit.*(V[12])$/.exec(operationId)?.[1]
      const generation = (kit ? `kit${kit}` : operationId) as 'saasV2'
      const window = retryWindowOf({ generation, activity })
      const [shortest] = [retry.for ?? []].flat()
      const everyMs = window?.everyMs ?? 0
      if (retry.every !== undefined) expect(everyMs).toBe(durationMs(retry.every))
      if (shortest !== undefined) expect(window?.forMs).toBe(durationMs(shortest))
      if (retry.times !== undefined) expect(window?.forMs).toBe((retry.times - 1) * everyMs)
      const isRepeated = shortest !== undefined || retry.times !== undefined
      expect(window !== undefined).toBe(isRepeated)
      if (window) expect(window.outcome).toBe(retry.then === 'refund' ? 'refunded' : 'stopped')
      expect(pollingWindowOf({ generation, activity }) !== undefined).toBe('after' in retry)
    },
  )
})

describe('the tables made from it', () => {
  test('are fresh', () => {
    expect([...staleParts(bundle()).keys()]).toEqual([])
  })

  test('change in both languages and in the reference when the contract does', () => {
    const seller = bundle()
    const purchase = seller.components.schemas['NewInstance']
    if (purchase) purchase['x-retry'] = { every: 'PT7M', for: 'PT1H30M', then: 'refund' }
    const stale = staleParts(seller)
    expect([...stale.keys()].sort()).toEqual([
      'docs/en/retry-windows.md',
      'docs/zh/retry-windows.md',
      'openapi/paths/seller/saas.yaml',
    ])
    expect(stale.get('docs/en/retry-windows.md')).toContain('| 7 minutes | 1 hour 30 minutes |')
    expect(stale.get('docs/zh/retry-windows.md')).toContain('| 7 分钟 | 1 小时 30 分钟 |')
  })

  test.each(languages)('in %s lead to headings of their page', (language) => {
    const anchors = [...retryTable(calls, language, { linked: true }).matchAll(/\(#([a-z-]+)\)/g)]
    expect(new Set(anchors.map(([, anchor]) => anchor)).size).toBe(4)
    const places = anchorsOf(`docs/${language}/retry-windows.md`)
    for (const [, anchor] of anchors) expect(places).toContain(anchor)
  })

  test.each([
    [
      { every: 'PT1H', for: 'PT3H', then: 'refund' },
      '3 hours, every hour; then the order is refunded',
    ],
    [{ every: 'PT2M', times: 60, then: 'by-hand' }, '60 attempts, every 2 minutes; then by hand'],
    [
      { every: 'PT1H', for: 'PT3H', then: 'by-hand', inferred: ['every'] },
      '3 hours, every hour (inferred); then by hand',
    ],
    [{ then: 'unknown' }, 'not documented'],
    [{ for: ['PT30M', 'PT2H'], then: 'unknown' }, '30 minutes to 2 hours'],
    ['as an older edition says it', 'as an older edition says it'],
  ])('say %j in a sentence', (retry, sentence) => {
    expect(retrySentence(retry)).toBe(sentence)
  })
})
