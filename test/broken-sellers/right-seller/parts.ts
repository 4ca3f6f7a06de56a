import type { KeyObject } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { KeyType } from '../../../src/simulator/calls/access-keys.ts'
import type { Generation } from '../../../src/simulator/calls/calls.ts'
import type { Instance, Memory, World } from './memory.ts'
import type { OpenApi, OrderInfo } from './open-api.ts'

export type Members = Readonly<Record<string, unknown>>

/** What a path and a method ask for; only the kit names its activity there. */
export interface Route {
  readonly generation: Generation
  readonly activity?: string
}

/** A request as it came, body and all. */
export interface Received extends Route {
  /** Without its question mark. */
  readonly query: string
  readonly headers: IncomingHttpHeaders
  readonly rawBody: Buffer
}

/** A request whose signature holds, and the key that it holds with. */
export interface Verified extends Received {
  readonly key: string
}

/** What a verified request asks for. */
export interface Call extends Verified {
  readonly activity: string
  readonly members: Members
  readonly isTest: boolean
}

/** What an answer says. */
export interface Answer {
  readonly resultCode: string
  readonly resultMsg: string
  readonly [member: string]: unknown
}

/** An answer as it goes out; `key` signs it in V1. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The texts that a V2 signature is made of. */
export interface Signed {
  readonly key: string
  readonly nonce: string
  readonly timestamp: string
  readonly payload: Buffer | string
}

export interface SellerOptions {
  /** The keys that are accepted for each interface type; the first one signs what no key verified. */
  readonly keys: Readonly<Record<KeyType, readonly string[]>>
  /** Opens the client secrets of the kit. */
  readonly privateKey?: KeyObject
  /** The store that is asked for orders and gets the licenses; without one nobody is asked. */
  readonly openApi?: OpenApi
}

/** What every part is given beside its own: all parts as they are in this seller, and its memory. */
export interface Seller extends SellerOptions {
  readonly does: Parts
  readonly memory: Memory
}

type Performs = (call: Call, seller: Seller) => Answer | Promise<Answer>
type Made<Result> = Result | Promise<Result>

/** Everything that the seller does, each thing by its name. A twin replaces what it does wrong. */
export interface Parts {
  // Bytes in and out (http.ts).
  /** What is asked for, or the HTTP status of a refusal. */
  readonly route: (request: IncomingMessage) => Route | number
  readonly bodyLimit: (generation: Generation) => number
  /** Throws Refusal over the limit. */
  readonly readBody: (request: IncomingMessage, limit: number) => Promise<Buffer>
  readonly statusOf: (answer: Answer) => number
  readonly contentType: () => string
  readonly serialise: (answer: Answer) => string
  readonly reply: (
    answer: Answer,
    from: { generation: Generation; key: string },
    seller: Seller,
  ) => Reply
  /** The answer to a refusal, and to a fault of our own. */
  readonly answerTo: (error: unknown) => Made<Answer>

  // Signatures (signing.ts). `verify` returns the key that holds and throws Refusal.
  readonly verify: (received: Received, seller: Seller) => string
  readonly acceptedKeys: (generation: Generation, seller: Seller) => readonly string[]
  readonly signV2: (signed: Signed) => string
  readonly signKitV2: (signed: Signed) => string
  /** The texts that a signature may cover: the body as it came, then compact and sorted. */
  readonly payloads: (rawBody: Buffer) => readonly (Buffer | string)[]
  readonly isSameHex: (expected: string, received: string) => boolean
  readonly isFresh: (timestamp: string, now: number) => boolean
  /** Takes the nonce; false if it was taken before. */
  readonly takeNonce: (nonce: string, seller: Seller) => boolean
  readonly v1QueryText: (query: Members) => string
  readonly v1BodyText: (members: Members) => string
  readonly signV1: (key: string, timeStamp: string, text: string) => string
  readonly bodySign: (key: string, body: string) => string

  // The call (call.ts).
  /** Throws Refusal for what is not a call. */
  readonly readCall: (verified: Verified, seller: Seller) => Call
  /** Throws Refusal for a member that is missing. */
  readonly checkMembers: (call: Call) => void
  readonly isTest: (members: Members) => boolean
  readonly perform: Performs

  // What is remembered (memory.ts).
  /** Test calls have a world of their own. */
  readonly world: (call: Call, seller: Seller) => World
  /** Does the work of a key once: who comes meanwhile or later gets its result. A failure is forgotten. */
  readonly once: <Result>(key: string, work: () => Promise<Result>, world: World) => Promise<Result>
  /** What makes two calls the same. */
  readonly claimOf: (call: Call) => string
  /** The instance that a call is about. Throws Refusal when it is unknown or released. */
  readonly findInstance: (call: Call, id: string, seller: Seller) => Instance
  readonly newInstanceId: (call: Call, seller: Seller) => string
  /** Makes the instance of a purchase. */
  readonly provision: (call: Call, seller: Seller, order?: OrderInfo) => Promise<Instance>
  readonly makeLicense: (call: Call) => string

  // The activities, those of V1 and of the licenses by the name of their like in V2 (activities.ts).
  readonly newInstance: Performs
  readonly queryInstance: Performs
  readonly refreshInstance: Performs
  readonly upgradeInstance: Performs
  readonly updateStatus: Performs
  readonly releaseInstance: Performs
  readonly changeInstanceCheck: Performs
  readonly getLicenseAsync: Performs
  readonly orderNotify: Performs
  readonly tenantSync: Performs
  readonly applicationSync: Performs
  readonly authSync: Performs
  readonly singleOrgSync: Performs
  readonly allOrgSync: Performs

  // What the buyer is shown, and what is encrypted (shown.ts, fields.ts).
  readonly appInfo: (instance: Instance, call: Call, seller: Seller) => object
  readonly usageInfo: (instance: Instance) => readonly object[]
  readonly encryptField: (plain: string, key: string) => string
  /** Undefined for what the key does not open. */
  readonly decryptField: (value: string, key: string) => string | undefined
  readonly openSecret: (clientSecret: string, seller: Seller) => string

  // The open API of the store (open-api.ts).
  /** Undefined where there is no store to ask. */
  readonly readOrder: (call: Call, seller: Seller) => Made<OrderInfo | undefined>
  readonly uploadLicense: (call: Call, license: string, seller: Seller) => Made<unknown>
}

/** A seller that does one thing wrong: the parts that are its mistake, the others are right. */
export type Twin = Partial<Parts>
