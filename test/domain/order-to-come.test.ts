import { expect, test } from 'vitest'
import { isOrderToCome } from '../../src/calls/asks/open-ask.ts'
import type { StoreClient } from '../../src/store-api/store-client.ts'

const client = {} as StoreClient
const china = { of: (site: string) => (site === 'china' ? client : undefined) }
const nowhere = { of: () => undefined }

test.each([
  ['is waited for where somebody reads the orders of its site', true, 'china', china, true],
  ['is not waited for at a site whose orders nobody reads', true, 'international', china, false],
  ['is not waited for without credentials', true, 'china', nowhere, false],
  ['is not waited for where its call tells it', false, 'china', china, false],
])('an order %s', (_what, isQueried, site, stores, expected) => {
  expect(isOrderToCome({ isQueried }, { site }, { stores })).toBe(expected)
})
