import { describe, expect, it } from 'vitest'
import { judgePush } from '../../../src/domain/usage/judge-push.ts'
import type { PushOutcome, RejectedUsage } from '../../../src/domain/usage/push.ts'
import type { PushedWindow } from '../../../src/domain/usage/window-fate.ts'

const now = new Date('2026-11-20T12:00:00Z')
const context = { now, again: () => now, newPart: () => 'part', isTrusted: false }
const success = {
  ...{ ok: true, status: 200, code: 'MKT.0000', message: '', uncertain: false, rejected: [] },
} as const satisfies PushOutcome

function windowOf(hour: number): PushedWindow {
  return {
    ...{ meteringSn: `sn-${hour}`, instanceId: 'i-1', packageId: '', value: '1', productId: null },
    beginTime: new Date(Date.UTC(2026, 10, 20, hour)),
    endTime: new Date(Date.UTC(2026, 10, 20, hour + 1)),
    ...{ recordedAt: now, records: 1, test: false, uncertain: false, doubted: false, code: null },
    ...{ part: null, attempts: 1, deadline: new Date('2026-12-10T00:00:00Z') },
    ...{ openedAt: new Date('2026-10-01T00:00:00Z'), isFrozen: false },
  }
}

function rejected(code: string, more: Partial<RejectedUsage> = {}): RejectedUsage {
  const nothing = { message: null, meteringSn: null, instanceId: null }
  return { ...nothing, beginTime: null, endTime: null, code, ...more }
}

describe('a push that failed', () => {
  it.each([
    ['94060002', 401, 'account'],
    ['APIGW.0301', 401, 'access'],
    ['MKT.0154', 401, 'access'],
    // The push alone may be forbidden.
    ['MKT.0151', 401, 'account'],
    ['MKT.0102', 400, 'key'],
    ['circuit-open', undefined, 'later'],
  ])('with %s is held against what is to blame', (code, status, fault) => {
    const failure = { ok: false, message: '', uncertain: false, pauseMs: undefined } as const
    expect(judgePush([windowOf(1)], { ...failure, code, status }, context).fault).toBe(fault)
  })
})

describe('a push that succeeded', () => {
  it('has been taken by the host that gave no answer where the one that stood in calls it a duplicate', () => {
    const answer = { ...success, rejected: [rejected('010', { meteringSn: 'sn-1' })] }
    const fateOf = (uncertain: boolean) =>
      judgePush([windowOf(1)], { ...answer, uncertain }, context).fates[0]?.state
    expect([fateOf(true), fateOf(false)]).toEqual(['taken', 'parked'])
  })

  it.each<[string, Partial<RejectedUsage>, string[]]>([
    [
      'its instance and begin',
      { instanceId: 'i-1', beginTime: '20261120T020000Z' },
      ['taken', 'parked'],
    ],
    ['its end', { endTime: '20261120T020000Z' }, ['parked', 'taken']],
  ])('parks a record of which the store tells only %s', (_what, told, states) => {
    const answer = { ...success, rejected: [rejected('009', told)] }
    const { fates } = judgePush([windowOf(1), windowOf(2)], answer, context)
    expect(fates.map(({ state }) => state)).toEqual(states)
  })

  it('is split where nobody can tell which of its records was rejected, until each is alone', () => {
    const answer = { ...success, rejected: [rejected('009', { instanceId: 'i-1' })] }
    const both = judgePush([windowOf(1), windowOf(2)], answer, context)
    expect(both).toMatchObject({ batch: 'split', isForeign: true })
    expect(both.fates).toMatchObject([
      { state: 'ready', uncertain: true },
      { state: 'ready', uncertain: true },
    ])
    const alone = judgePush([{ ...windowOf(1), uncertain: true }], answer, context)
    expect(alone).toMatchObject({ batch: 'answered', fates: [{ state: 'parked', code: '009' }] })
  })
})

describe('what comes to the same again and again', () => {
  const often = (code: string, hour = 1) => ({ ...windowOf(hour), attempts: 8, code })
  const shown = (windows: readonly PushedWindow[], outcome: PushOutcome, isTrusted = false) => {
    let parts = 0
    const newPart = () => `part-${(parts += 1)}`
    const { fates } = judgePush(windows, outcome, { ...context, newPart, isTrusted })
    return fates.map(({ state, part, uncertain }) => [state, part, uncertain])
  }

  it('is sent in halves where the store names records of nobody, and waits for an operator once it is alone', () => {
    const foreign = { ...success, rejected: [rejected('009', { meteringSn: 'of-nobody' })] }
    const few = { ...often('unmatched'), attempts: 7 }
    expect(shown([few, windowOf(2)], foreign)).toEqual([
      ['ready', null, true],
      ['ready', null, true],
    ])
    expect(shown([often('unmatched'), windowOf(2)], foreign)).toEqual([
      ['ready', 'part-1', true],
      ['ready', 'part-2', true],
    ])
    expect(shown([few], foreign)).toEqual([['ready', null, true]])
    expect(shown([often('unmatched')], foreign)).toEqual([['parked', null, true]])
  })

  it('is sent in halves where the store fails by itself, and parked only where its other half was taken', () => {
    const failure = {
      ...{ ok: false, status: 500, code: 'MKT.0999', message: '', uncertain: false },
      pauseMs: undefined,
    } as const satisfies PushOutcome
    expect(shown([windowOf(1), windowOf(2)], failure)).toEqual([
      ['ready', null, false],
      ['ready', null, false],
    ])
    expect(shown([often('MKT.0999'), windowOf(2)], failure)).toEqual([
      ['ready', 'part-1', false],
      ['ready', 'part-2', false],
    ])
    const half = { ...often('MKT.0999'), part: 'part-1' }
    expect(shown([half], failure)).toEqual([['ready', null, false]])
    expect(shown([half], failure, true)).toEqual([['parked', 'part-1', false]])
  })
})
