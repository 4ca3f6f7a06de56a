import type { ActivityOf, Generation } from '../../../src/simulator/calls/calls.ts'
import type { Call, Members, Parts, Received } from './parts.ts'
import { parseObject, textOf } from './parse.ts'
import { invalid } from './refusal.ts'
import { readQuery } from './verify.ts'

/** The part that carries an activity out, and the members that it cannot do without. */
type Activities = {
  readonly [One in Generation]: {
    readonly [Activity in ActivityOf<One>]: readonly [part: Performing, ...mandatory: string[]]
  }
}

type Performing =
  | 'newInstance'
  | 'queryInstance'
  | 'refreshInstance'
  | 'upgradeInstance'
  | 'updateStatus'
  | 'releaseInstance'
  | 'changeInstanceCheck'
  | 'getLicenseAsync'
  | 'orderNotify'
  | 'tenantSync'
  | 'applicationSync'
  | 'authSync'
  | 'singleOrgSync'
  | 'allOrgSync'

const line = ['orderId', 'orderLineId'] as const

const onlineV2 = {
  newInstance: ['newInstance', ...line, 'businessId'],
  queryInstance: ['queryInstance', 'instanceId'],
  refreshInstance: ['refreshInstance', 'instanceId', ...line, 'scene', 'expireTime'],
  updateInstanceStatus: ['updateStatus', 'instanceId', 'status'],
  upgradeInstance: ['upgradeInstance', 'instanceId', ...line],
  releaseInstance: ['releaseInstance', 'instanceId'],
} as const

// In the kit instanceId and orderId are empty while it is debugged.
const kit = {
  tenantSync: ['tenantSync', 'tenantId', 'tenantCode', 'name', 'domainName', 'flag'],
  applicationSync: ['applicationSync', 'tenantId', 'appId', 'clientId', 'clientSecret', 'flag'],
  authSync: ['authSync', 'tenantId', 'appId', 'userList', 'flag'],
  singleOrgSync: ['singleOrgSync', 'tenantId', 'orgCode', 'orgName', 'flag'],
} as const

/** What is served, by generation. */
export const activities: Activities = {
  saasV2: {
    ...onlineV2,
    changeInstanceCheck: ['changeInstanceCheck', 'instanceId', 'productInfo'],
  },
  licenseA: {
    ...onlineV2,
    getLicenseAsync: ['getLicenseAsync', 'instanceId', 'eventId', 'effectiveTime'],
  },
  licenseC: {
    refreshLicenseCode: ['refreshInstance', 'license', ...line, 'scene', 'expireTime'],
    updateLicenseCodeStatus: ['updateStatus', 'license', 'status'],
    releaseLicenseCode: ['releaseInstance', 'license'],
  },
  orders: { orderNotify: ['orderNotify', ...line] },
  saasV1: {
    newInstance: ['newInstance', 'businessId', 'customerId', 'orderId', 'productId'],
    refreshInstance: ['refreshInstance', 'instanceId', 'orderId', 'expireTime'],
    expireInstance: ['updateStatus', 'instanceId', 'orderId'],
    releaseInstance: ['releaseInstance', 'instanceId', 'orderId'],
    upgrade: ['upgradeInstance', 'instanceId', 'orderId', 'skuCode', 'productId'],
    instanceStatus: ['updateStatus', 'instanceId', 'instanceStatus'],
    queryInstance: ['queryInstance', 'instanceId'],
  },
  licenseB: {
    getLicense: ['newInstance', 'businessId', 'customerId', 'orderId', 'productId'],
    refreshLicense: ['refreshInstance', 'instanceId', 'orderId', 'expireTime'],
    expireLicense: ['updateStatus', 'instanceId', 'orderId'],
    releaseLicense: ['releaseInstance', 'instanceId', 'orderId'],
  },
  kitV2: { ...kit, allOrgSync: ['allOrgSync', 'tenantId', 'orgInfoList'] },
  kitV1: { ...kit, allOrgSync: ['allOrgSync', 'tenantId', 'orgInfo'] },
}

function entryOf({ generation, activity }: Pick<Call, 'generation' | 'activity'>) {
  const table: Readonly<Record<string, readonly [Performing, ...string[]]>> = activities[generation]
  return Object.hasOwn(table, activity) ? table[activity] : undefined
}

function readMembers({ generation, query, rawBody }: Received): Members {
  const isQuery = generation === 'saasV1' || generation === 'licenseB'
  return isQuery ? readQuery(query) : parseObject(rawBody)
}

const isMissing = (value: unknown) => value === undefined || value === null || value === ''

export const callParts = {
  readCall(verified, { does }) {
    const members = readMembers(verified)
    const activity = verified.activity ?? textOf(members['activity'])
    return { ...verified, activity, members, isTest: does.isTest(members) }
  },
  // A text in the basic interfaces, a number in the kit.
  isTest: ({ testFlag }) => textOf(testFlag) === '1',
  checkMembers(call) {
    const entry = entryOf(call)
    if (entry === undefined) throw invalid('the activity is unknown')
    const [, ...mandatory] = entry
    const missing = mandatory.find((name) => isMissing(call.members[name]))
    if (missing !== undefined) throw invalid(`${missing} is missing`)
  },
  perform(call, seller) {
    const [part] = entryOf(call) ?? []
    if (part === undefined) throw invalid('the activity is unknown')
    return seller.does[part](call, seller)
  },
} satisfies Partial<Parts>
