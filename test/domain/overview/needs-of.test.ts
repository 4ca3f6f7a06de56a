import { describe, expect, test } from 'vitest'
import type { OpenAlarm } from '../../../src/domain/overview/needs-of-alarms.ts'
import {
  type FailingEndpoint,
  type OverviewFacts,
  type RefusedSignature,
  needsOf,
} from '../../../src/domain/overview/needs-of.ts'

const now = new Date('2026-11-26T08:00:00Z')
const hourMs = 3_600_000
const inHours = (hours: number) => new Date(now.getTime() + hours * hourMs)
const none = { count: 0, more: false, since: null, only: null }

const quiet: OverviewFacts = {
  purchases: [],
  dialTests: [{ address: 'main', site: 'china', watched: true, failingDays: 0 }],
  failedOrders: [{ site: 'china', failed: 0 }],
  usage: [],
  endpoints: [],
  signatures: [],
  licensesRefused: none,
  licensesWaiting: none,
  attention: none,
  alarms: [],
  alarmOf: () => undefined,
}

const alarm = (key: string, subject: string): OpenAlarm => ({
  ...{ id: `id of ${key} ${subject}`, key, subject, text: `text of ${key}` },
  since: inHours(-2),
})
const withAlarm = (key: string, subject: string): Partial<OverviewFacts> => ({
  alarmOf: (k, s) => (k === key && s === subject ? alarm(key, subject) : undefined),
})
const purchase = (orderId: string, hoursLeft: number) => ({
  ...{
    site: 'china',
    kind: 'saas' as const,
    orderId,
    orderLineId: `${orderId}-1`,
    address: 'main',
  },
  ...{ activity: 'newInstance', attempts: 2, lastCode: '000104', failedAt: null },
  ...{ firstAt: inHours(hoursLeft - 3), lastAt: inHours(hoursLeft - 2), dueAt: inHours(hoursLeft) },
})
const usage = (instanceId: string, hoursLeft: number) => ({
  ...{ instanceId, site: 'china', windows: 4, deadline: inHours(hoursLeft) },
})
const endpoint = (state: FailingEndpoint['state'], failures: number, hours = 0.1) => ({
  ...{ id: 'crm', state, failures, failingSince: inHours(-hours), disabledReason: null },
})
const signature = (verified: number | null): RefusedSignature => ({
  ...{ address: 'main', interfaceType: 'kit', cause: 'mismatch', calls: 3, more: false },
  ...{ firstAt: inHours(-3), lastAt: inHours(-1), resultCode: '000001' },
  ...{
    resultMsg: 'x-sign does not match',
    lastVerifiedAt: verified === null ? null : inHours(verified),
  },
})
const dialTest = (failingDays: number, watched = true) => ({
  dialTests: [{ address: 'main', site: 'china', watched, failingDays }],
})
const failedOrders = (failed: number) => ({ failedOrders: [{ site: 'china', failed }] })
const several = (count: number) => ({ count, more: false, since: inHours(-1), only: null })

const toldOf = (facts: Partial<OverviewFacts>) =>
  needsOf({ ...quiet, ...facts }, now).map(
    ({ kind, severity, subject }) => `${severity} ${kind} ${subject ?? 'several'}`,
  )

describe('what needs a person', () => {
  const cases: readonly [string, Partial<OverviewFacts>, readonly string[]][] = [
    ['nothing, where all is well', {}, []],
    [
      'a purchase that the store still tries, by its order',
      { purchases: [purchase('o1', 2)] },
      ['critical purchase.failing order:china/o1/o1-1'],
    ],
    ['no dial test before a day fails', dialTest(0), []],
    ['a first failing day', dialTest(1), ['serious dialtest.failing address:main']],
    ['the day before the last', dialTest(3), ['serious dialtest.failing address:main']],
    ['the last day but one of five', dialTest(4), ['critical dialtest.failing address:main']],
    ['what is hidden by now', dialTest(7), ['critical dialtest.failing address:main']],
    ['no address that nobody watches', dialTest(4, false), []],
    [
      'a dial test that stays out, before its day is over',
      withAlarm('dialtest.missed', 'address:main'),
      ['warning dialtest.failing address:main'],
    ],
    ['no few failed orders that somebody has looked at', failedOrders(3), []],
    [
      'few failed orders that nobody has looked at',
      { ...failedOrders(1), ...withAlarm('orders.failed', 'site:china') },
      ['warning orders.failed site:china'],
    ],
    ['four failed orders in any case', failedOrders(4), ['serious orders.failed site:china']],
    ['five of five', failedOrders(5), ['critical orders.failed site:china']],
    [
      'usage by the hours that are left',
      { usage: [usage('day', 23), usage('days', 71), usage('week', 73)] },
      [
        'critical usage.at_risk instance:day',
        'serious usage.at_risk instance:days',
        'warning usage.at_risk instance:week',
      ],
    ],
    [
      'an endpoint that is disabled',
      { endpoints: [endpoint('disabled', 0)] },
      ['serious endpoint.disabled webhook-endpoint:crm'],
    ],
    ['no endpoint that failed twice', { endpoints: [endpoint('enabled', 2)] }, []],
    ['no endpoint that somebody paused', { endpoints: [endpoint('paused', 9)] }, []],
    [
      'an endpoint that goes on failing',
      { endpoints: [endpoint('enabled', 3)] },
      ['warning endpoint.failing webhook-endpoint:crm'],
    ],
    [
      'an endpoint that has failed for more than an hour',
      { endpoints: [endpoint('enabled', 3, 1.1)] },
      ['serious endpoint.failing webhook-endpoint:crm'],
    ],
    [
      'a signature that has not held since',
      { signatures: [signature(-2)] },
      ['serious signature.refused address:main'],
    ],
    [
      'a signature that never held',
      { signatures: [signature(null)] },
      ['serious signature.refused address:main'],
    ],
    ['no signature that holds again', { signatures: [signature(-0.5)] }, []],
    [
      'licenses and notes, counted',
      { licensesRefused: several(2), licensesWaiting: several(3), attention: several(4) },
      [
        'serious license.refused several',
        'serious license.waiting several',
        'warning instance.attention several',
      ],
    ],
    [
      'few alarms of a key one by one, and many as one',
      {
        alarms: [
          { key: 'kit.users', count: 1, more: false, first: [alarm('kit.users', 'tenant:t')] },
          {
            key: 'ask.overdue',
            count: 9,
            more: false,
            first: [alarm('ask.overdue', 'instance:i')],
          },
        ],
      },
      ['serious ask.overdue several', 'warning kit.users tenant:t'],
    ],
  ]
  test.each(cases)('%s', (_title, facts, expected) => {
    expect(toldOf(facts)).toEqual(expected)
  })
})

describe('the worst comes first', () => {
  test('by severity, then in the order in which the store takes something away', () => {
    const everything: Partial<OverviewFacts> = {
      purchases: [purchase('later', 2), purchase('sooner', 0.5)],
      ...dialTest(4),
      ...failedOrders(5),
      usage: [usage('i', 5), usage('j', 50)],
      endpoints: [endpoint('disabled', 0), endpoint('enabled', 3)],
      signatures: [signature(null)],
      licensesRefused: several(1),
      attention: several(1),
      alarms: [
        ...['reconciliation.drift', 'some.newer_key', 'ask.overdue', 'store.away'].map((key) => ({
          ...{ key, count: 1, more: false, first: [alarm(key, 'site:china')] },
        })),
      ],
    }
    expect(toldOf(everything)).toEqual([
      'critical purchase.failing order:china/sooner/sooner-1',
      'critical purchase.failing order:china/later/later-1',
      'critical dialtest.failing address:main',
      'critical orders.failed site:china',
      'critical usage.at_risk instance:i',
      'serious usage.at_risk instance:j',
      'serious endpoint.disabled webhook-endpoint:crm',
      'serious signature.refused address:main',
      'serious ask.overdue site:china',
      'serious license.refused several',
      'serious store.away site:china',
      'warning endpoint.failing webhook-endpoint:crm',
      'warning reconciliation.drift site:china',
      'warning instance.attention several',
      'warning some.newer_key site:china',
    ])
  })

  test('of two addresses the one that is hidden sooner', () => {
    const dialTests = [1, 3].map((failingDays) => ({
      ...{ address: `failing-${failingDays}`, site: 'china', watched: true, failingDays },
    }))
    expect(toldOf({ dialTests })).toEqual([
      'serious dialtest.failing address:failing-3',
      'serious dialtest.failing address:failing-1',
    ])
  })

  test('an alarm comes with what it is about, so that a person can clear it', () => {
    const [told] = needsOf(
      { ...quiet, ...dialTest(2), ...withAlarm('dialtest.failed', 'address:main') },
      now,
    )
    expect(told).toMatchObject({
      ...{ alarmId: 'id of dialtest.failed address:main', text: 'text of dialtest.failed' },
      ...{ count: 2, limit: 5, since: inHours(-2) },
    })
  })
})
