import type { SellerOperation, SellerOperations } from '../contract/index.ts'
import type { Database } from '../db/database.ts'
import type { OrderTable } from '../db/order/order-tables.ts'
import type { OrderAt } from '../db/order/orders.ts'
import type { Answer, AnswerMembers, Envelope } from '../domain/answer.ts'
import type { Ask } from '../domain/ask/ask.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { License } from '../domain/license/license.ts'
import type { HistoryEntry } from '../events/told-instance.ts'
import type { OrderStory } from '../events/told-order.ts'
import type { Told } from '../events/told.ts'
import type { AlarmChange } from './alarms.ts'
import type { AskUpdate } from './asks/ask-rows.ts'
import type { Call, Claim } from './call.ts'
import type { Services } from './services.ts'

/** What the contract says that an operation takes: a body of JSON, or a query that is one object. */
export type BodyOf<Op extends SellerOperation> = SellerOperations[Op] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } }
}
  ? Body
  : SellerOperations[Op] extends {
        readonly parameters: { readonly query?: { readonly parameters?: infer Query } }
      }
    ? NonNullable<Query>
    : never

type Activity<Body> = Body extends { readonly activity: infer Name extends string } ? Name : never

/** The names that the member `activity` of an operation's calls may have. */
export type ActivityOf<Op extends SellerOperation> = Activity<BodyOf<Op>>

type ResponseOf<Op extends SellerOperation> =
  SellerOperations[Op]['responses'][200]['content']['application/json']

/** What the contract says that an operation answers; members of other operations are refused. */
export type AnswerOf<Op extends SellerOperation> = Envelope &
  Omit<ResponseOf<Op>, keyof Envelope> & {
    readonly [Other in Exclude<keyof AnswerMembers, keyof ResponseOf<Op>>]?: never
  }

/** The envelope with some of the members that answers may have, and no other. */
export type AnswerWith<Member extends keyof AnswerMembers> = Pick<
  Answer,
  keyof Envelope | Member
> & {
  readonly [Other in Exclude<keyof AnswerMembers, Member>]?: never
}

/** The result of a call: its answer, and what is written together with it. */
export interface CallResult<Answered = AnswerWith<never>> {
  readonly answer: Answered
  readonly claim?: Claim
  /** The instance in its next version; left out when nothing changes. */
  readonly instance?: Instance
  /** Instances that stay as they are but for the address, where the store called elsewhere before. */
  readonly moved?: readonly (Instance | undefined)[]
  /** The license in its next version; left out when nothing changes. */
  readonly license?: License | undefined
  /** The license that the call is about, where nothing of it changes. */
  readonly licenseId?: string
  /** What instance and license were before, where there was one. */
  readonly before?: Before
  readonly events?: readonly NewEvent[] | undefined
  /** The order of `fetchOrder` is told by itself: no change of an instance tells it. */
  readonly orderStory?: Pick<OrderStory, 'type' | 'delivery'>
  /** What somebody has to know of; of a refusal too, if the handler returns it instead of throwing. */
  readonly alarms?: readonly AlarmChange[] | undefined
  readonly fetchOrder?: FetchOrder
  /** What the seller's product is to be asked, by `beforeAnswer` first. */
  readonly ask?: Ask | undefined
  readonly askUpdates?: readonly AskUpdate[] | undefined
  readonly uploadLicense?: UploadLicense | undefined
  /** The order as the call itself describes it, where no order query follows (V1). */
  readonly order?: OrderTable
  /**
   * What is written beside all this in the same transaction, by several statements (the kit). May
   * throw Refusal: then nothing is written but the message. Returns what is told of it.
   */
  readonly save?: (transaction: Database) => Promise<readonly Told[]>
  /** What goes on once all this is committed; the answer does not wait for it. */
  readonly afterCommit?: (() => Promise<void>) | undefined
  /**
   * What the call does once all this is committed, and before it answers: then the message is written
   * with this second result. It may be asked for again when that meets another change.
   */
  readonly beforeAnswer?: (() => Promise<CallResult<Answered>>) | undefined
}

/** A license to hand over to the store. */
export interface UploadLicense {
  readonly licenseId: string
}

/** An entry of the history of the instance, told in the feed by the name that it has there. */
export type NewEvent = HistoryEntry

/** What a call changes, as it was kept before. */
export interface Before {
  readonly instance?: Instance | undefined
  readonly license?: License | undefined
}

/** The order to fetch after a call, and the instance that it completes, if any. */
export interface FetchOrder extends OrderAt {
  readonly instanceId: string | null
  /** The call named a product itself. Read by version 0.2 alone, whose workers may take the job in an upgrade. */
  readonly callNamedProduct: boolean
  /** The call itself reads it: the job is for where that does not succeed. */
  readonly readInCall?: boolean
}

/** Handles a call: reads what it must know, asks the domain; writes nothing. Throws Refusal. */
export type Handle<Body, Answered = AnswerWith<never>> = (
  call: Call<Body>,
  services: Services,
) => Promise<CallResult<Answered>>

/**
 * Handles the calls of an operation, or those of one of its activities; typed by the contract in
 * both directions.
 */
export type Handler<
  Op extends SellerOperation,
  Name extends ActivityOf<Op> = ActivityOf<Op>,
> = Handle<
  [ActivityOf<Op>] extends [Name] ? BodyOf<Op> : Extract<BodyOf<Op>, { readonly activity: Name }>,
  AnswerOf<Op>
>

/** Handles an operation by its activities; a missing one does not compile. */
export function byActivity<Op extends SellerOperation>(handlers: {
  readonly [Name in ActivityOf<Op>]: Handler<Op, Name>
}): Handler<Op> {
  return (call, services) => {
    const { activity } = call.body as { readonly activity: ActivityOf<Op> }
    // The table ties each activity to its body; TypeScript cannot follow a union through an index.
    const handle = handlers[activity] as unknown as Handler<Op>
    return handle(call, services)
  }
}
