import type { ClearedAlarmRow, NewAlarmRow } from './alarm/alarm-tables.ts'
import type { ArrivedOrderRow, AskUpdateRow, AskTable } from './ask/ask-tables.ts'
import type { AuditTable } from './audit/audit-tables.ts'
import type { ClaimTable } from './claim/claim-tables.ts'
import type { EventOutboxTable } from './event/event-tables.ts'
import type { EventTable, InstanceTable } from './instance/instance-tables.ts'
import type { JobTable } from './job/job-tables.ts'
import type { LicenseTable } from './license/license-tables.ts'
import type { MessageTable } from './message/message-tables.ts'
import type { NonceTable } from './nonce/nonce-tables.ts'
import type { OrderTable } from './order/order-tables.ts'

/** What is told of an alarm: of one that is raised only if none is open, of one that ends only if one is. */
export interface AlarmEventRow extends EventOutboxTable {
  readonly key: string
  readonly subject: string
  readonly told_if_open: boolean
}

/** Everything that one call writes; it commits together or not at all. */
export interface UnitOfWork {
  readonly message?: MessageTable | undefined
  readonly nonce?: NonceTable | undefined
  readonly claim?: ClaimTable | undefined
  readonly instance?: InstanceTable | undefined
  /** Instances that the store calls at another address from now on, and that stay as they are. */
  readonly moved?: readonly Pick<InstanceTable, 'instance_id' | 'address'>[] | undefined
  readonly license?: LicenseTable | undefined
  /** What is known of an order line; what was fetched gives way to a newer answer only. */
  readonly order?: OrderTable | undefined
  readonly events?: readonly EventTable[] | undefined
  /** What is told of all this to the seller's product; one row a subject. */
  readonly outbox?: readonly EventOutboxTable[] | undefined
  readonly jobs?: readonly JobTable[] | undefined
  /** What the seller's product is to be asked. */
  readonly ask?: AskTable | undefined
  /** Open asks that are over, or that the store has stopped waiting for. */
  readonly askUpdates?: readonly AskUpdateRow[] | undefined
  /** The order that asks may have waited for. */
  readonly arrivedOrder?: ArrivedOrderRow | undefined
  /** Raised anew, or counted where one of the same cause is open. */
  readonly alarms?: readonly NewAlarmRow[] | undefined
  readonly clearedAlarms?: readonly ClearedAlarmRow[] | undefined
  readonly alarmEvents?: readonly AlarmEventRow[] | undefined
  /** Who changed it, if not the store. */
  readonly audit?: AuditTable | undefined
  /** True once nobody waits for it any more: then it is not written. */
  readonly isExpired?: (() => boolean) | undefined
}

// A list of departments may have megabytes.
const largeBytes = 64 * 1024

/** Whether a message is too large to be written with those of other calls, or as text in JSON. */
export function isLarge({ body, answer }: MessageTable): boolean {
  return body.length + answer.length > largeBytes
}
