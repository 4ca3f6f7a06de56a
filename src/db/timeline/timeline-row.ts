import type { TimelineKind } from '../../domain/timeline/kinds.ts'
import type { Place, TimelineItem } from '../../domain/timeline/merge.ts'

/** Whose timeline it is. */
export interface TimelineSubject {
  readonly instanceId: string
  readonly site: string
  readonly test: boolean
  /** The orders that bought and changed it. */
  readonly orderIds: readonly string[]
}

/** One thing in short. */
export interface TimelineRow extends TimelineItem<TimelineKind> {
  readonly id: string
  readonly what: string
  readonly outcome: 'done' | 'pending' | 'failed' | null
  readonly code: string | null
  readonly text: string | null
  readonly value: string | null
  readonly order_id: string | null
  readonly address: string | null
  readonly by_whom: string | null
}

/** What a source is read with. */
export interface SourcePage {
  readonly from: Place | undefined
  readonly upTo: number
  readonly limit: number
}
