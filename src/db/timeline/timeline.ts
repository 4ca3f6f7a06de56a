import { type RawBuilder, sql } from 'kysely'
import { type TimelineKind, timelineKinds } from '../../domain/timeline/kinds.ts'
import { type MergedPage, type Place, mergeNewestFirst } from '../../domain/timeline/merge.ts'
import type { Database } from '../database.ts'
import { asksOf, auditOf, changesOf, usageOf } from './own-sources.ts'
import type { SourcePage, TimelineRow, TimelineSubject } from './timeline-row.ts'
import { attemptsOf, callsOf, eventsOf, outboundCallsOf } from './wide-sources.ts'

/** Where a page begins and how much of it is read. */
export interface TimelinePage {
  readonly kinds: readonly TimelineKind[]
  /** Where each kind goes on, those that are over left out; undefined for the first page. */
  readonly from: ReadonlyMap<TimelineKind, Place> | undefined
  /** Events behind this position came later than the first page, and so did what was sent of them. */
  readonly upTo: number
  readonly limit: number
}

const sources: Readonly<
  Record<TimelineKind, (subject: TimelineSubject, page: SourcePage) => RawBuilder<unknown>>
> = {
  audit: auditOf,
  delivery: attemptsOf,
  event: eventsOf,
  change: changesOf,
  usage: usageOf,
  ask: asksOf,
  'outbound-call': outboundCallsOf,
  call: callsOf,
}

/**
 * What happened to an instance, the newest first: one statement that looks up the next things of each
 * kind by an index, merged by their times.
 */
export async function readTimeline(
  db: Database,
  subject: TimelineSubject,
  { kinds, from, upTo, limit }: TimelinePage,
): Promise<MergedPage<TimelineKind, TimelineRow>> {
  const open = kinds.filter((kind) => from === undefined || from.has(kind))
  if (open.length === 0) return { items: [], next: new Map() }
  const parts = open.map(
    (kind) => sql`(select ${kind}::text as kind, source.* from
      (${sources[kind](subject, { from: from?.get(kind), upTo, limit: limit + 1 })}) as source)`,
  )
  const { rows } = await sql<TimelineRow>`${sql.join(parts, sql` union all `)}`.execute(db)
  return mergeNewestFirst(timelineKinds, rows, limit)
}
