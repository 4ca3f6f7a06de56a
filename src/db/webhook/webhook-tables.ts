import type { Generated } from 'kysely'

/** Whether an endpoint hears of what test calls changed. */
export type TestFilter = 'exclude' | 'include' | 'only'

/**
 * `untested` until a test event was answered, `paused` by hand, `disabled` by what it answered or by
 * its silence.
 */
export type EndpointState = 'untested' | 'enabled' | 'paused' | 'disabled'

export interface WebhookEndpointTable {
  /** A UUID; `settings`, or `settings.<address>`, for those of the settings. */
  id: string
  /** Null for those of the settings. */
  url: string | null
  description: string | null
  /** Null for all. */
  types: readonly string[] | null
  addresses: readonly string[] | null
  test: TestFilter
  personal: boolean
  ordered: boolean
  /** Encrypted; null for those of the settings. */
  secret: Uint8Array | null
  /** The secret before, which signs too until `old_until`. */
  old_secret: Uint8Array | null
  old_until: Date | null
  state: EndpointState
  disabled_reason: string | null
  /** Events before it are not told, though they get a position later. */
  since: Date
  /** Failed attempts in a row. */
  failures: Generated<number>
  /** Pauses in a row that they led to. */
  pauses: Generated<number>
  failing_since: Generated<Date | null>
  last_failed_at: Generated<Date | null>
  last_success_at: Generated<Date | null>
  paused_until: Generated<Date | null>
  /** All its pauses, that the hours of asking are counted without them. */
  paused_ms: Generated<number>
  /** Since when it is paused by hand or disabled, which will count as a pause. */
  stopped_at: Generated<Date | null>
  version: Generated<number>
  created_at: Date
  updated_at: Date
}

export interface WebhookCursorTable {
  endpoint_id: string
  position: number
}

export interface WebhookLaneTable {
  endpoint_id: string
  /** A topic, `replay:<topic>`, or `event:<id>` where nothing is ordered. */
  lane: string
  pending: number
  /** Failed attempts of its first event. */
  attempt: Generated<number>
  first_failed_at: Generated<Date | null>
  /** Of the endpoint when it failed first. */
  paused_ms: Generated<number>
  next_at: Date
  lease: Generated<string | null>
}

/** What is still owed to an endpoint. */
export interface WebhookDeliveryTable {
  endpoint_id: string
  lane: string
  position: number
  event_id: string
  replay: boolean
}

export interface WebhookAttemptTable {
  id: string
  at: Date
  endpoint_id: string
  event_id: string
  type: string
  attempt: number
  replay: boolean
  ms: number
  status: number | null
  /** Why there was no answer, or none that counts. */
  error: string | null
  /** What it began with, encrypted. */
  answer: Uint8Array | null
}

export interface WebhookAttemptsStateTable {
  only_row: Generated<boolean>
  /** Attempts from before are not kept any more; null while all are. */
  pruned_before: Date | null
}

/** An endpoint of the settings that stands there no more. */
export interface WebhookAwayTable {
  endpoint_id: string
  since: Date
}

export interface WebhookGivenUpTable {
  id: string
  at: Date
  endpoint_id: string
  event_id: string
  position: number
  type: string
  topic: string
  reason: string
  replayed_at: Date | null
}
