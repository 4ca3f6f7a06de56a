import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The longest that anything waits, in milliseconds, as the code sets it. */
export interface LongestWaits {
  readonly endpointPauseMs: number
  readonly laneLeaseMs: number
  readonly askPauseMs: number
  readonly askLeaseMs: number
  readonly askDeadlineMs: number
  readonly jobDelayMs: number
}

// By how much the clocks of replicas may differ before one of them counts as wrong.
const clocksDifferMs = 60 * 60_000

/**
 * Makes due what waits for longer than anything can: a clock was ahead, here or in another replica, when
 * it was written, and nobody would look at it for as long as that. Returns how many rows that were. Who
 * holds a row has it, and may be met again at the next look.
 */
export async function bringTimesBack(
  db: Database,
  longest: LongestWaits,
  now: Date,
): Promise<number> {
  const ahead = (ms: number) => new Date(now.getTime() + ms + clocksDifferMs)
  const counts = [
    await bringEndpointsBack(db, ahead(longest.endpointPauseMs)),
    await bringLanesBack(db, now, {
      waiting: ahead(longest.endpointPauseMs),
      leased: ahead(longest.laneLeaseMs),
    }),
    await bringAsksBack(db, now, {
      next: ahead(longest.askPauseMs),
      lease: ahead(longest.askLeaseMs),
      deadline: ahead(longest.askDeadlineMs),
      longest: new Date(now.getTime() + longest.askDeadlineMs),
    }),
    await bringJobsBack(db, now, ahead(longest.jobDelayMs)),
  ]
  return counts.reduce((sum, count) => sum + count)
}

// What was counted as pause stays so: an event is given up later then, never earlier.
async function bringEndpointsBack(db: Database, latest: Date): Promise<number> {
  const { rows } = await sql`
    update webhook_endpoints set paused_until = null where id in (
      select id from webhook_endpoints where paused_until > ${latest} for update skip locked)
    returning id`.execute(db)
  return rows.length
}

async function bringLanesBack(
  db: Database,
  now: Date,
  latest: { readonly waiting: Date; readonly leased: Date },
): Promise<number> {
  const { rows } = await sql`
    update webhook_lanes l set next_at = ${now}, lease = null
    from (
      select endpoint_id, lane from webhook_lanes
      where pending > 0
        and (next_at > ${latest.waiting} or (lease is not null and next_at > ${latest.leased}))
      for update skip locked) ahead
    where l.endpoint_id = ahead.endpoint_id and l.lane = ahead.lane
    returning l.lane`.execute(db)
  return rows.length
}

async function bringAsksBack(
  db: Database,
  now: Date,
  latest: Readonly<Record<'next' | 'lease' | 'deadline' | 'longest', Date>>,
): Promise<number> {
  const { rows } = await sql`
    update asks set
      next_at = case when next_at > ${latest.next} then ${now} else next_at end,
      lease_until = case when lease_until > ${latest.lease} then null else lease_until end,
      deadline = case when deadline > ${latest.deadline} then ${latest.longest} else deadline end
    where id in (
      select id from asks
      where state in ('order', 'due', 'asked', 'overdue') and (next_at > ${latest.next}
        or lease_until > ${latest.lease} or deadline > ${latest.deadline})
      for update skip locked)
    returning id`.execute(db)
  return rows.length
}

// What was given up has no next time.
async function bringJobsBack(db: Database, now: Date, latest: Date): Promise<number> {
  const { rows } = await sql`
    update jobs set next_at = ${now} where id in (
      select id from jobs where next_at > ${latest} and next_at < 'infinity'
      for update skip locked)
    returning id`.execute(db)
  return rows.length
}
