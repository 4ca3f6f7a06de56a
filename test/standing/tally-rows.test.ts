import { expect, test } from 'vitest'
import { addActivityCall } from '../../src/calls/standing/activity-call-row.ts'
import { laterCall } from '../../src/calls/standing/address-call-row.ts'
import { addDialTest } from '../../src/calls/standing/dial-test-row.ts'
import { addFailingPurchase } from '../../src/calls/standing/failing-purchase-row.ts'

const [nine, ten, noon] = ['09:00', '10:00', '12:00'].map(
  (time) => new Date(`2026-11-20T${time}:00Z`),
) as [Date, Date, Date]

/** What two rows come to: they may be noted in another order than their calls came in. */
function eitherWay<Row>(sum: (one: Row, other: Row) => Row, earlier: Row, later: Row): Row {
  const row = sum(earlier, later)
  expect(sum(later, earlier)).toEqual(row)
  return row
}

const passed = {
  ...{ address: 'main', half_day: new Date('2026-11-19T16:00:00Z') },
  ...{ calls: 2, failed: 0, last_at: ten },
  ...{ failed_at: null, failed_activity: null, failed_code: null },
}
const failed = (at: Date, code: string) => ({
  ...{ ...passed, calls: 1, failed: 1, last_at: at },
  ...{ failed_at: at, failed_activity: 'newInstance', failed_code: code },
})

test('test calls of a half day are counted together, and the last failure of them is told', () => {
  expect(eitherWay(addDialTest, failed(nine, '000002'), failed(noon, '000005'))).toEqual({
    ...failed(noon, '000005'),
    ...{ calls: 2, failed: 2 },
  })
  expect(eitherWay(addDialTest, failed(nine, '000002'), passed)).toEqual({
    ...failed(nine, '000002'),
    ...{ calls: 3, last_at: ten },
  })
  expect(eitherWay(addDialTest, passed, failed(noon, '000005'))).toEqual({
    ...failed(noon, '000005'),
    calls: 3,
  })
})

test('of a purchase that fails again the last code is told, and the first attempt says how long the store tries', () => {
  const first = {
    ...({ site: 'china', kind: 'saas', order_id: 'CS-1', order_line_id: 'CS-1-000001' } as const),
    ...{ address: 'main', activity: 'newInstance', attempts: 1, failed_at: null },
    ...{ first_at: nine, last_at: nine, last_code: '000002', due_at: ten },
  }
  const again = { ...first, first_at: noon, last_at: noon, last_code: '000005', due_at: noon }
  expect(eitherWay(addFailingPurchase, first, again)).toEqual({
    ...first,
    ...{ attempts: 2, last_at: noon, last_code: '000005' },
  })
})

test('of an activity the last code is told, and since when it was called and has passed', () => {
  const call = { address: 'main', operation: 'saasV2', activity: 'newInstance', test: false }
  const at = (time: Date, last_code: string, passed_at: Date | null) => ({
    ...{ ...call, first_at: time, last_at: time, last_code, passed_at },
  })
  const [one, other] = [at(nine, '000000', nine), at(noon, '000000', noon)]
  expect(eitherWay(addActivityCall, one, other)).toEqual({ ...one, last_at: noon })
  expect(eitherWay(addActivityCall, at(nine, '000002', null), other)).toEqual({
    ...{ ...other, first_at: nine },
  })
  expect(eitherWay(addActivityCall, one, at(noon, '000005', null))).toEqual({
    ...{ ...one, last_at: noon, last_code: '000005' },
  })
})

test('of the calls at an interface the last one counts', () => {
  const call = { address: 'main', operation: 'saasV2', test: false }
  const [earlier, later] = [
    { ...call, last_at: nine, last_code: '000002' },
    { ...call, last_at: noon, last_code: '000000' },
  ]
  expect(eitherWay(laterCall, earlier, later)).toEqual(later)
})
