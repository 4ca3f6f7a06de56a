import type { StoreBody } from './activity.ts'

/** A saved debug case (调试用例): a body with the ids that were typed when it was saved. */
export interface DebugCase {
  readonly name: string
  readonly body: StoreBody
}

const order = {
  orderId: 'CS2211181819B4LVS',
  orderLineId: 'CS2211181819B4LVS-000001',
} as const
const test = { testFlag: '1' } as const
const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'

/**
 * The seven sample bodies of the documents, and a check of a change: its page shows no sample of its
 * own, so the target product has the members of the order query (inferred).
 */
export const debugCases: readonly DebugCase[] = [
  {
    name: 'purchase',
    body: {
      activity: 'newInstance',
      businessId: '87b94795-0603-4e24-8ae5-69420d60e3c8',
      ...order,
      ...test,
    },
  },
  { name: 'query', body: { activity: 'queryInstance', instanceId, ...test } },
  {
    name: 'renew',
    body: {
      activity: 'refreshInstance',
      scene: 'RENEWAL',
      expireTime: '20221124023618256',
      productId: 'OFFI461867333479178240',
      instanceId,
      ...order,
      ...test,
    },
  },
  {
    name: 'freeze',
    body: { activity: 'updateInstanceStatus', status: 'FREEZE', instanceId, ...test },
  },
  { name: 'upgrade', body: { activity: 'upgradeInstance', instanceId, ...order, ...test } },
  {
    name: 'check',
    body: {
      activity: 'changeInstanceCheck',
      productInfo: { productId: 'OFFI461867333479178240', linearValue: 50 },
      instanceId,
      ...test,
    },
  },
  { name: 'release', body: { activity: 'releaseInstance', instanceId, ...order, ...test } },
  { name: 'order notification', body: { activity: 'orderNotify', ...order, ...test } },
]
