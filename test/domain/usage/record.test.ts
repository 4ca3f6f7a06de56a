import { expect, test } from 'vitest'
import type { Meter } from '../../../src/domain/usage/meter.ts'
import { judgeRecord } from '../../../src/domain/usage/record.ts'

const now = new Date('2026-11-20T12:30:00Z')
const record = {
  instanceId: 'sold',
  beginTime: new Date('2026-11-20T10:00:00Z'),
  endTime: new Date('2026-11-20T11:00:00Z'),
  value: '1',
}
const meter: Meter = {
  instanceId: 'sold',
  version: 1,
  site: 'china',
  address: 'main',
  test: false,
  charging: 'per-use',
  productId: 'product-1',
  hasSeveralItems: false,
  openedAt: new Date('2026-11-01T00:00:00Z'),
  releasedAt: null,
}

const judged = (more: Partial<Meter> = {}, packageMore?: Partial<Meter>) =>
  judgeRecord(
    { ...record, ...(packageMore && { packageInstanceId: 'package' }) },
    {
      meter: { ...meter, ...more },
      packageMeter: packageMore && { ...meter, charging: 'package', ...packageMore },
      test: false,
      now,
    },
  )

test.each([
  ['per-use', 'sound'],
  [null, 'sound'],
  ['package', 'not-pay-per-use'],
  ['other', 'not-pay-per-use'],
] as const)('usage of an instance that is paid %s is %s', (charging, code) => {
  const came = judged({ charging })
  expect('code' in came ? came.code : came.outcome).toBe(code)
})

test.each([
  ['five minutes before it was opened, as clocks differ', '2026-11-20T10:05:00Z', 'sound'],
  ['a second earlier than that', '2026-11-20T10:05:01Z', 'before-opening'],
])('usage of an instance from %s is %s', (_from, openedAt, code) => {
  const came = judged({ openedAt: new Date(openedAt) })
  expect('code' in came ? came.code : came.outcome).toBe(code)
})

test.each([
  ['package', 'sound'],
  [null, 'sound'],
  ['per-use', 'not-a-package'],
  ['other', 'not-a-package'],
] as const)('usage drawn from an instance that is paid %s is %s', (charging, code) => {
  const came = judged({}, { charging })
  expect('code' in came ? came.code : came.outcome).toBe(code)
})
