import type { ClaimKey } from '../db/claim/claims.ts'
import type { Database } from '../db/database.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import type { OrderAt } from '../db/order/orders.ts'
import type { Address } from '../domain/address.ts'
import type { Answer } from '../domain/answer.ts'
import type { InstanceFamily, Instance, OrderKey } from '../domain/instance/instance.ts'
import { type Scope, kindOf, scopeOf } from '../domain/scope.ts'
import type { License } from '../domain/license/license.ts'
import type { Services } from './services.ts'

/** A verified call as a handler meets it: its body is of the contract's type. */
export interface Call<Body> {
  readonly address: Address
  readonly family: InterfaceFamily
  /** A call of the debugger or the dial test. */
  readonly test: boolean
  readonly body: Body
  readonly now: Date
  /** The key that verified the call; of a re-run the current one where its own is not accepted any more. */
  readonly key: string
  /** Counts the attempts of this call: a conflict with another call is retried. */
  readonly attempt: number
  /** Milliseconds for which this call may still wait for the seller's product. */
  readonly remainingMs: () => number
}

/** The interface families that calls come in; a claim counts inside its kind. */
export type InterfaceFamily = InstanceFamily | 'license-c' | 'orders' | 'kit'

/** What becomes of a call: its answer, and what is written together with it. */
export interface CallResult {
  readonly answer: Answer
  readonly claim?: ClaimKey & { readonly instanceId: string | null }
  /** The instance in its next version; left out when nothing changes. */
  readonly instance?: Instance
  /** The license in its next version; left out when nothing changes. */
  readonly license?: License | undefined
  /** The license that the call is about, where nothing of it changes. */
  readonly licenseId?: string
  readonly events?: readonly NewEvent[]
  readonly fetchOrder?: FetchOrder
  readonly uploadLicense?: UploadLicense | undefined
  /** What the call itself told of its order, where no order query follows (V1). */
  readonly order?: OrderTable
  /**
   * What is written beside all this in the same transaction, by several statements (the kit). May
   * throw Refusal: then nothing is written but the message.
   */
  readonly save?: (transaction: Database) => Promise<void>
  /** What goes on once all this is committed; the answer does not wait for it. */
  readonly afterCommit?: () => Promise<void>
}

/** A license to hand over to the store. */
export interface UploadLicense {
  readonly licenseId: string
}

export interface NewEvent {
  readonly type: EventType
  readonly orderId?: string | undefined
}

export type EventType =
  | 'instance.created'
  | 'instance.activated'
  | 'instance.accepted'
  | 'instance.failed'
  | 'instance.refreshed'
  | 'instance.upgraded'
  | 'instance.frozen'
  | 'instance.unfrozen'
  | 'instance.released'

/** The order to fetch after a call, and the instance that it completes, if any. */
export interface FetchOrder extends OrderAt {
  readonly instanceId: string | null
  /** The call named a product itself, so the order's does not replace it. */
  readonly callNamedProduct: boolean
}

/** Handles a call: reads what it must know, asks the domain; writes nothing. Throws Refusal. */
export type Handler<Body> = (call: Call<Body>, services: Services) => Promise<CallResult>

/** A claim's ids in one text; the separator cannot stand in an id that was stored. */
export function claimOf(call: Call<unknown>, activity: string, ids: readonly string[]): ClaimKey {
  const kind = kindOf(call.family)
  return { ...callScope(call), kind, activity, claimKey: JSON.stringify(ids) }
}

/** The purchase of an order line; V1 has no lines, so what tells instances of one order apart there. */
export function purchaseKeyOf(call: Call<unknown>, family: InstanceFamily, line: OrderKey) {
  const { orderId, orderLineId } = line
  return { ...callScope(call), kind: kindOf(family), orderId, orderLineId }
}

function callScope({ address, test }: Call<unknown>): Scope {
  return scopeOf({ address: address.name, test })
}

/** A call of the debugger or the dial test carries testFlag 1; the kit sends a number. */
export function isTest(members: Readonly<Record<string, unknown>>): boolean {
  return members['testFlag'] === '1' || members['testFlag'] === 1
}
