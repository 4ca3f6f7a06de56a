import type { IncomingHttpHeaders } from 'node:http'
import type { SellerOperation } from '../contract/index.ts'
import { type ClaimKey, claimKeyOf } from '../db/claim/claims.ts'
import type { Address, InterfaceType } from '../domain/address.ts'
import type { InstanceFamily, OrderKey } from '../domain/instance/instance.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type Origin, type Scope, kindOf, scopeOf } from '../domain/scope.ts'
import type { InterfaceFamily } from '../interfaces.ts'

// One call of the store, which grows: received, verified, typed. None of them is ever changed.

/** A call as it came in, not verified yet. */
export interface ReceivedCall {
  /** operationId of the seller contract, by path and method. */
  readonly operation: SellerOperation
  readonly address: Address
  readonly headers: IncomingHttpHeaders
  /** As it came, without the question mark. */
  readonly query: string
  /** The body of a POST, empty until it was read; the query of a GET, which says everything there. */
  readonly rawBody: Buffer
  readonly receivedAt: Date
  /** The message that an operator runs again in this call. */
  readonly rerunOf?: string
}

/** A call whose signature held, or one that an operator runs again. */
export interface VerifiedCall extends ReceivedCall {
  /** The key that verified it; of a re-run the current one where its own is not accepted any more. */
  readonly key: string
  /** Of an interface that has one. */
  readonly nonce?: UsedNonce
  /** What the bytes hold; read once, when it is first asked for. */
  readonly parsed: () => ParsedBody
}

/** A nonce that a verified call uses up. */
export interface UsedNonce {
  readonly site: string
  readonly interfaceType: InterfaceType
  /** The key that verified the call: under another one a nonce is another. */
  readonly key: string
  readonly value: string
}

/** A claim that a call makes, and the instance that it is about. */
export interface Claim extends ClaimKey {
  readonly instanceId: string | null
}

/** The members of a body or a query by name, as they came and before the contract has looked at them. */
export type Members = Readonly<Record<string, unknown>>

/** The top-level members as they came, or the refusal that says why there are none. */
export type ParsedBody = { readonly members: Members } | { readonly refusal: Refusal }

/** A verified call as its handler meets it: the contract has validated its body, which has its type. */
export interface Call<Body> extends VerifiedCall {
  readonly family: InterfaceFamily
  /** A call of the debugger or the dial test. */
  readonly test: boolean
  readonly body: Body
  readonly now: Date
  /** Counts the attempts of this call: a conflict with another call is retried. */
  readonly attempt: number
  /** One of them met another instance that has the id of the new one. */
  readonly isIdTaken: boolean
  /** Milliseconds for which this call may still wait for the seller's product. */
  readonly remainingMs: () => number
}

/** The members of a call; none of one that is not an object. */
export function membersOf({ parsed }: Pick<VerifiedCall, 'parsed'>): Members {
  const body = parsed()
  return 'members' in body ? body.members : {}
}

/** A call of the debugger or the dial test carries testFlag 1, as text or as a number; V1 may write `1.0`. */
export function isTest({ testFlag }: Members): boolean {
  return testFlag === 1 || (typeof testFlag === 'string' && /^1(\.0*)?$/.test(testFlag))
}

/** What tells where the claims of a call count. */
type ScopedCall = Pick<Call<unknown>, 'address' | 'family' | 'test'>

/** The claim of a call: its ids, and where they count. */
export function claimOf(call: ScopedCall, activity: string, ids: readonly string[]): ClaimKey {
  const kind = kindOf(call.family)
  return { ...callScope(call), kind, activity, claimKey: claimKeyOf(ids) }
}

/** The purchase of an order line; V1 has no lines, so what tells instances of one order apart there. */
export function purchaseKeyOf(call: ScopedCall, family: InstanceFamily, line: OrderKey) {
  const { orderId, orderLineId } = line
  return { ...callScope(call), kind: kindOf(family), orderId, orderLineId }
}

function callScope(call: ScopedCall): Scope {
  return scopeOf(originOf(call))
}

/** Where a call came in. */
export function originOf({ address, test }: Pick<ScopedCall, 'address' | 'test'>): Origin {
  return { site: address.site, address: address.name, test }
}
