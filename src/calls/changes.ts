import type { OrderTable } from '../db/order/order-tables.ts'
import type { NewJob } from '../db/job/jobs.ts'
import type { Ask } from '../domain/ask/ask.ts'
import type { Instance } from '../domain/instance/instance.ts'
import type { License } from '../domain/license/license.ts'
import type { OrderStory } from '../events/told-order.ts'
import type { Told } from '../events/told.ts'
import type { AlarmChange } from './alarms.ts'
import type { ArrivedOrder, AskUpdate } from './asks/ask-rows.ts'
import type { Claim, UsedNonce } from './call.ts'
import type { Before, NewEvent } from './handler.ts'
import type { AnsweredCall } from './message.ts'

/** Everything that is written together or not at all. */
export interface Changes {
  /** The call and its answer, to be kept. */
  readonly message?: AnsweredCall | undefined
  readonly nonce?: UsedNonce | undefined
  readonly claim?: Claim | undefined
  /** The instance in its next version. */
  readonly instance?: Instance | undefined
  /** Instances that stay as they are but for the address. */
  readonly moved?: readonly Instance[] | undefined
  /** The license in its next version. */
  readonly license?: License | undefined
  /** What is known of an order line; what was fetched gives way to a newer answer only. */
  readonly order?: OrderTable | undefined
  /** What instance and license were before; nothing for new ones. */
  readonly before?: Before | undefined
  /** What is told of an order. */
  readonly orderStory?: OrderStory | undefined
  /** What is told of anything else. */
  readonly told?: readonly Told[] | undefined
  /** What the history of the instance tells. */
  readonly events?: readonly NewEvent[] | undefined
  readonly jobs?: readonly NewJob[] | undefined
  /** What the seller's product is to be asked. */
  readonly ask?: Ask | undefined
  /** What it is not to be asked any more, or was asked for too long. */
  readonly askUpdates?: readonly AskUpdate[] | undefined
  /** The order that asks may have waited for: it was read, or never will be. */
  readonly arrivedOrder?: ArrivedOrder | undefined
  /** What somebody has to know of, raised or cleared: raiseAlarm(…), clearAlarm(…). */
  readonly alarms?: readonly AlarmChange[] | undefined
  /** True once the caller was answered otherwise: then nothing is written any more. */
  readonly isExpired?: (() => boolean) | undefined
}
