import type { Generated } from 'kysely'

/** What every event is known by, in the outbox and in the feed. */
interface EventColumns {
  id: string
  /** What it is about, kind first (domain/subject.ts): the order of events holds within a topic. */
  topic: string
  /**
   * The version of the subject, or the number of the change where that has none (0004-topic-order.ts); in
   * the feed several events may have one.
   */
  topic_seq: number
  site: string
  /** The production address that was called; '' where there is none. */
  address: string
  test: boolean
  /** The data hold something personal. */
  personal: boolean
  at: Date
  /** Encrypted JSON of the data that are told (events/event-view.ts). */
  data: Uint8Array
}

/** A change that has no position yet, written in its commit. */
export interface EventOutboxTable extends EventColumns {
  /** What it is told as, one after the other; their data are the same. */
  types: readonly string[]
  /** The id of each of these. */
  ids: readonly string[]
}

/** An event at its position. */
export interface EventFeedTable extends EventColumns {
  position: number
  type: string
}

export interface EventFeedStateTable {
  only_row: Generated<boolean>
  /** The last one that was given. */
  position: number
  /** Up to here nothing is kept any more. */
  pruned_to: Generated<number>
}
