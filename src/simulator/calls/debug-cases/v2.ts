import type { CallsOf } from '../calls.ts'

const order = {
  orderId: 'CS2211181819B4LVS',
  orderLineId: 'CS2211181819B4LVS-000001',
} as const
const test = { testFlag: '1' } as const
const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'

const shared = {
  newInstance: {
    activity: 'newInstance',
    businessId: '87b94795-0603-4e24-8ae5-69420d60e3c8',
    ...order,
    ...test,
  },
  queryInstance: { activity: 'queryInstance', instanceId, ...test },
  refreshInstance: {
    activity: 'refreshInstance',
    scene: 'RENEWAL',
    expireTime: '20221124023618256',
    productId: 'OFFI461867333479178240',
    instanceId,
    ...order,
    ...test,
  },
  updateInstanceStatus: { activity: 'updateInstanceStatus', status: 'FREEZE', instanceId, ...test },
  upgradeInstance: { activity: 'upgradeInstance', instanceId, ...order, ...test },
  releaseInstance: { activity: 'releaseInstance', instanceId, ...order, ...test },
} as const

/**
 * The sample bodies of the documents, and a check of a change: its page shows no sample of its own, so
 * the target product has the members of the order query (inferred).
 */
export const saasV2Cases: CallsOf['saasV2'] = {
  newInstance: shared.newInstance,
  queryInstance: shared.queryInstance,
  refreshInstance: shared.refreshInstance,
  updateInstanceStatus: shared.updateInstanceStatus,
  upgradeInstance: shared.upgradeInstance,
  changeInstanceCheck: {
    activity: 'changeInstanceCheck',
    productInfo: { productId: 'OFFI461867333479178240', linearValue: 50 },
    instanceId,
    ...test,
  },
  releaseInstance: shared.releaseInstance,
}

/** The same bodies at the path of an online license, and the sample of its own interface. */
export const licenseACases: CallsOf['licenseA'] = {
  ...shared,
  getLicenseAsync: {
    activity: 'getLicenseAsync',
    eventId: '5f2b3c1e-0f5e-4f63-9a55-6d0b1f4f7a21',
    instanceId,
    effectiveTime: '2023-10-27 10:30:15 z',
    expireTime: '2024-10-27 10:30:15 z',
    deviceFingerprint: '04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672',
    ...test,
  },
}

const license = 'PL20230523000001'

/** The sample bodies of license codes, masks filled in. */
export const licenseCCases: CallsOf['licenseC'] = {
  refreshLicenseCode: {
    activity: 'refreshLicenseCode',
    expireTime: '20230523201932',
    license,
    orderId: 'CS2305231819B4LVS',
    orderLineId: 'CS2305231819B4LVS-000001',
    productId: 'OFFI461867333479178240',
    scene: 'RENEWAL',
    ...test,
  },
  updateLicenseCodeStatus: {
    activity: 'updateLicenseCodeStatus',
    license,
    status: 'FREEZE',
    ...test,
  },
  releaseLicenseCode: { activity: 'releaseLicenseCode', license, ...test },
}

/** The sample of the order notification. */
export const ordersCases: CallsOf['orders'] = {
  orderNotify: { activity: 'orderNotify', ...order, ...test },
}
