import { expect, test } from 'vitest'
import { isOrderToCome } from '../../src/calls/asks/open-ask.ts'

const china = { site: 'china' } as Parameters<typeof isOrderToCome>[2]['orderQuery']

test.each([
  ['is waited for where somebody reads the orders of its site', true, 'china', china, true],
  ['is not waited for at a site whose orders nobody reads', true, 'international', china, false],
  ['is not waited for without credentials', true, 'china', undefined, false],
  ['is not waited for where its call tells it', false, 'china', china, false],
])('an order %s', (_what, isQueried, site, orderQuery, expected) => {
  expect(isOrderToCome({ isQueried }, { site }, { orderQuery })).toBe(expected)
})
