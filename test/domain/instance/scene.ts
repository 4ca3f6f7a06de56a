import { newOrder } from '../../../src/domain/instance/applied-order.ts'
import type { Instance } from '../../../src/domain/instance/instance.ts'

export const bought = new Date('2027-01-01T00:00:00.000Z')
export const now = new Date('2027-06-01T00:00:00.000Z')
export const future = new Date('2028-01-01T00:00:00.000Z')

/** The order line that bought it. */
export const order = { orderId: 'CS-1', orderLineId: 'CS-1-000001' }

/** What a purchase makes of a call that tells only what it must. */
export const fresh: Instance = {
  instanceId: 'i-1',
  site: 'china',
  address: 'main',
  family: 'saas-v2',
  test: false,
  businessId: 'b-1',
  ...order,
  latestOrderId: 'CS-1',
  latestOrderLineId: 'CS-1-000001',
  productId: null,
  phase: 'provisioning',
  frozen: false,
  frozenAfterExpiry: false,
  expireTime: null,
  acceptanceTime: null,
  trial: false,
  orders: [
    newOrder({
      ...order,
      role: 'purchase',
      appliedAt: bought,
      expireTime: null,
      expiryAfter: null,
    }),
  ],
  buyer: null,
  notes: [],
  appInfo: null,
  usageInfo: [],
  failure: null,
  attention: null,
  externalId: null,
  metadata: {},
  version: 0,
  createdAt: bought,
  updatedAt: bought,
}

/** The same once the seller has provisioned it. */
export const ready: Instance = { ...fresh, phase: 'ready', version: 1 }
