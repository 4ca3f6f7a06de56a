// What is known of the store's interfaces beside their contract: one line for each of its operations.
import type { SellerOperation, SellerPath } from './contract/index.ts'
import type { InterfaceType } from './domain/address.ts'
import type { InstanceFamily } from './domain/instance/instance.ts'

/** The interface families that calls come in. */
export type InterfaceFamily = InstanceFamily | 'license-c' | 'orders' | 'kit'

/**
 * The security schemes of the contract: the kind of key that verifies a call, and how it is carried.
 * `test/contract/interface-table.test.ts` holds both, and the table below, against the contract.
 */
export const signatures = {
  basicSignature: { keyType: 'basic', carrier: 'query-signature' },
  licenseSignature: { keyType: 'license', carrier: 'query-signature' },
  orderSignature: { keyType: 'order', carrier: 'query-signature' },
  v1AuthToken: { keyType: 'v1', carrier: 'query-token' },
  kitSignature: { keyType: 'kit', carrier: 'header-signature' },
  kitV1AuthToken: { keyType: 'v1', carrier: 'header-token' },
} as const satisfies Readonly<Record<string, Signature>>

interface Signature {
  readonly keyType: InterfaceType
  readonly carrier: string
}

/** A security scheme by its name in the contract. */
export type SignatureName = keyof typeof signatures
/** Where a call carries what proves who calls. */
export type Carrier = (typeof signatures)[SignatureName]['carrier']

/** An interface of the store: how its calls come in, and the bounds that hold for them. */
export interface Interface {
  readonly family: InterfaceFamily
  readonly path: SellerPath
  /** The call of a GET says everything in its query. */
  readonly method: 'get' | 'post'
  readonly signature: SignatureName
  /** Answers carry Body-Sign, made with the Key that verified the call. */
  readonly signsAnswers: boolean
  /** The bytes of the longest body. */
  readonly bodyLimit: number
  /** From the last byte of a call to its answer: below what its caller waits. */
  readonly deadlineMs: number
  /** The interface that is called, where it stands in the path and not in a member `activity`. */
  readonly activity?: string
  /**
   * The nonce is used up in a commit of its own before the body is read, and not together with what the
   * call writes: a replay of what takes a transaction, or a second to read, is refused at once.
   */
  readonly nonceFirst: boolean
}

const mebibyte = 1024 * 1024

// The store waits 5 s for these, and 20 s for those of the older generations.
const shortMs = 4_000
const longMs = 15_000

const v2 = {
  method: 'post',
  signsAnswers: false,
  bodyLimit: mebibyte,
  deadlineMs: shortMs,
  nonceFirst: false,
} as const

const v1 = {
  method: 'get',
  signature: 'v1AuthToken',
  signsAnswers: true,
  bodyLimit: 0,
  deadlineMs: longMs,
  nonceFirst: false,
} as const

// Room for a full list of 50,000 departments. In V1 125 bytes for each: its signature covers what
// stands inside of the list's text, so anybody can have that read.
const kitV2 = {
  ...v2,
  family: 'kit',
  signature: 'kitSignature',
  bodyLimit: 10 * mebibyte,
  nonceFirst: true,
} as const

const kitV1 = {
  family: 'kit',
  method: 'post',
  signature: 'kitV1AuthToken',
  signsAnswers: true,
  bodyLimit: 6 * mebibyte,
  // Inferred, as 20 s for every list.
  deadlineMs: longMs,
  nonceFirst: false,
} as const

const below = '/{address}/{product}/produceAPI'

/** The interfaces by operationId of the seller contract; a missing one does not compile. */
export const interfaces = {
  saasV2: { ...v2, family: 'saas-v2', path: '/{address}/saas', signature: 'basicSignature' },
  saasV1: { ...v1, family: 'saas-v1', path: '/{address}/saas' },
  licenseA: { ...v2, family: 'license-a', path: '/{address}/license', signature: 'basicSignature' },
  licenseB: { ...v1, family: 'license-b', path: '/{address}/license' },
  licenseC: {
    ...v2,
    family: 'license-c',
    path: '/{address}/license-code',
    signature: 'licenseSignature',
  },
  orders: { ...v2, family: 'orders', path: '/{address}/orders', signature: 'orderSignature' },
  kitTenantSyncV2: { ...kitV2, path: `${below}/v2/tenantSync`, activity: 'tenantSync' },
  kitApplicationSyncV2: {
    ...kitV2,
    path: `${below}/v2/applicationSync`,
    activity: 'applicationSync',
  },
  kitAuthSyncV2: { ...kitV2, path: `${below}/v2/authSync`, activity: 'authSync' },
  kitSingleOrgSyncV2: { ...kitV2, path: `${below}/v2/singleOrgSync`, activity: 'singleOrgSync' },
  kitAllOrgSyncV2: {
    ...kitV2,
    path: `${below}/v2/allOrgSync`,
    activity: 'allOrgSync',
    deadlineMs: longMs,
  },
  kitTenantSyncV1: { ...kitV1, path: `${below}/tenantSync`, activity: 'tenantSync' },
  kitApplicationSyncV1: { ...kitV1, path: `${below}/applicationSync`, activity: 'applicationSync' },
  kitAuthSyncV1: { ...kitV1, path: `${below}/authSync`, activity: 'authSync' },
  kitSingleOrgSyncV1: { ...kitV1, path: `${below}/singleOrgSync`, activity: 'singleOrgSync' },
  kitAllOrgSyncV1: { ...kitV1, path: `${below}/allOrgSync`, activity: 'allOrgSync' },
} as const satisfies { readonly [Operation in SellerOperation]: Interface }

/** What is known of an operation. */
export function interfaceOf(operation: SellerOperation): Interface {
  return interfaces[operation]
}

/** The kind of key that verifies the calls of an operation. */
export function keyTypeOf(operation: SellerOperation): InterfaceType {
  return signatures[interfaces[operation].signature].keyType
}

/** The operations, in the order of the table. */
export const operations = Object.keys(interfaces) as readonly SellerOperation[]

/** Whether this is an operation of today; a newer version may have kept others. */
export function isOperation(text: string): text is SellerOperation {
  return Object.hasOwn(interfaces, text)
}
