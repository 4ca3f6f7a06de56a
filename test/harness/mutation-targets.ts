import { randomUUID } from 'node:crypto'
import { signKitV2 } from '../../src/crypto/kit-v2-signature.ts'
import { signV1Body } from '../../src/crypto/v1-auth-token.ts'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { applicationFor } from './licenses.ts'
import {
  applicationOf,
  departmentOf,
  departmentsOf,
  tenantOf,
  userOf,
  usersOf,
} from './kit-call.ts'
import { keys } from './service.ts'

/** What a signature of a generation adds to a request. */
export interface SignatureParts {
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
}

type Members = Readonly<Record<string, unknown>>
/** Signs bytes with a timestamp; `tamper` is laid over the signature. */
type SignParts = (
  payload: Buffer,
  timestamp: string,
  tamper: (signature: string) => string,
) => SignatureParts

/** An address that takes bodies, valid calls of it, and how they are signed. */
export interface MutationTarget {
  readonly path: string
  readonly calls: readonly Members[]
  readonly sign: SignParts
  /** The result codes that a well-signed call may have, whatever is in it. */
  readonly codes: RegExp
  /** True where every answer carries Body-Sign. */
  readonly isAnswerSigned?: boolean
}

const order = { orderId: 'CS2211181819B4LVS', orderLineId: 'CS2211181819B4LVS-000001' }
const instanceId = '10e758d0-31ad-4c4b-8f1b-81d03469a10e'
const expireTime = '20991231235959'

const lifeCycle: readonly Members[] = [
  { activity: 'newInstance', businessId: 'b', ...order },
  { activity: 'queryInstance', instanceId },
  { activity: 'refreshInstance', instanceId, scene: 'RENEWAL', expireTime, ...order },
  { activity: 'updateInstanceStatus', instanceId, status: 'FREEZE' },
  { activity: 'releaseInstance', instanceId },
  { activity: 'upgradeInstance', instanceId, ...order },
]
const change = { activity: 'changeInstanceCheck', instanceId, productInfo: { productId: 'p' } }

const license = 'PL00000001'
const codes: readonly Members[] = [
  { activity: 'refreshLicenseCode', license, scene: 'RENEWAL', expireTime, ...order },
  { activity: 'updateLicenseCodeStatus', license, status: 'FREEZE' },
  { activity: 'releaseLicenseCode', license },
]

const binding = { tenantId: 't-1', instanceId: 'i-1' }
const users = [userOf('zhangsan01'), userOf('lisi02', { orgCode: '20000' })]
const tree = ['10000', '20000<10000', '30000<20000']

const ofOrders = /^(00000[0-4]|00010[0-7])$/
const ofLicenses = /^(00000[0-4]|00010[0-7]|00090[0-3])$/
// The kit refuses nothing for being unknown.
const ofKit = /^00000[0-2]$/

/** Every address that takes bodies. */
export const mutationTargets: readonly MutationTarget[] = [
  { path: '/main/saas', calls: [...lifeCycle, change], sign: inQuery(keys.basic), codes: ofOrders },
  {
    path: '/main/orders',
    calls: [{ activity: 'orderNotify', ...order }],
    sign: inQuery(keys.order),
    codes: ofOrders,
  },
  {
    path: '/main/license',
    calls: [...lifeCycle, applicationFor(instanceId)],
    sign: inQuery(keys.basic),
    codes: ofLicenses,
  },
  { path: '/main/license-code', calls: codes, sign: inQuery(keys.license), codes: ofOrders },
  ...kitTargets('V2'),
  ...kitTargets('V1'),
]

function kitTargets(generation: 'V1' | 'V2'): MutationTarget[] {
  const isV1 = generation === 'V1'
  const calls = {
    tenantSync: [tenantOf(binding), tenantOf(binding, { flag: 0 })],
    // Nobody can open that secret; to delete an application nobody needs to.
    applicationSync: [0, 1].map((flag) => applicationOf(binding, 'c2VjcmV0', { flag })),
    authSync: [usersOf(binding, users), usersOf(binding, JSON.stringify(users), { flag: 0 })],
    singleOrgSync: [departmentOf(binding, '10000'), departmentOf(binding, '20000', { flag: 0 })],
    allOrgSync: [departmentsOf(binding, tree, { generation })],
  }
  return Object.entries(calls).map(([activity, valid]) => ({
    path: `/main/saas/produceAPI/${isV1 ? '' : 'v2/'}${activity}`,
    calls: valid,
    sign: isV1 ? inAuthToken : inHeaders,
    codes: ofKit,
    isAnswerSigned: isV1,
  }))
}

function inQuery(key: string): SignParts {
  return (payload, timestamp, tamper) => {
    const nonce = randomUUID()
    const signature = tamper(signV2Query({ key, payload, timestamp, nonce }))
    return { query: { signature, timestamp, nonce }, headers: {} }
  }
}

function inHeaders(...[payload, timestamp, tamper]: Parameters<SignParts>): SignatureParts {
  const nonce = randomUUID()
  const signature = tamper(signKitV2({ key: keys.kit, payload, timestamp, nonce }))
  const headers = { 'x-sign': signature, 'x-timestamp': timestamp, 'x-nonce': nonce }
  return { query: {}, headers }
}

function inAuthToken(...[payload, , tamper]: Parameters<SignParts>): SignatureParts {
  return { query: {}, headers: { authToken: tamper(tokenOf(payload)) } }
}

// Bytes that are no object, or nested too deeply, have no token: any will do.
function tokenOf(payload: Buffer): string {
  try {
    return signV1Body(JSON.parse(payload.toString()) as Members, keys.v1)
  } catch {
    return 'Gzbfjf9LHRBcI3bFVi++sLinCNOBF6qa7is1fvjEgYQ='
  }
}
