import { expect, test } from 'vitest'
import {
  chargingModeV1,
  orderPartV1,
  refreshTypeV1,
} from '../../../src/domain/order/purchase-v1.ts'

test.each([
  ['0', 'ON_DEMAND', 'P-1'],
  ['1', 'PERIOD', ''],
  ['3', 'ONE_TIME', ''],
  ['5', 'ON_DEMAND_PKG', 'P-1'],
  ['9', '9', ''],
  [undefined, null, ''],
])('charging mode %s is %s, and tells instances of one order apart by %j', (number, mode, part) => {
  expect(chargingModeV1(number)).toBe(mode)
  expect(orderPartV1({ chargingMode: number, productId: 'P-1' })).toBe(part)
})

test.each([
  [false, false, 'RENEW'],
  [false, true, 'TRIAL_TO_FORMAL'],
  [true, false, 'UNSUBSCRIBE'],
  [true, true, 'UNSUBSCRIBE'],
])(
  'a refresh (cancelled %s, ends a trial %s) is of the type %s',
  (isCancelled, endsTrial, type) => {
    expect(refreshTypeV1({ isCancelled, endsTrial })).toBe(type)
  },
)
