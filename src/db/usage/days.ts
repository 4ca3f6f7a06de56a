import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** The usage of one instance that begins on one day. */
export interface DaySum {
  /** In Beijing, as a date. */
  readonly day: string
  readonly windows: number
  readonly value: string
  /** Of it what the store has not taken and still takes. */
  readonly waiting: number
  readonly waiting_value: string
  /** What it takes no more. */
  readonly expired: number
  readonly expired_value: string
}

/** Sums the usage of an instance by day, without what was taken back. */
export async function sumDays(
  db: Database,
  instanceId: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<DaySum[]> {
  const isExpired = sql`state = 'expired'`
  const isWaiting = sql`state not in ('taken', 'expired')`
  const { rows } = await sql<DaySum>`
    select to_char(begin_time at time zone 'UTC' + interval '8 hours', 'YYYY-MM-DD') as day,
      count(*)::integer as windows, sum(value)::text as value,
      (count(*) filter (where ${isWaiting}))::integer as waiting,
      coalesce(sum(value) filter (where ${isWaiting}), 0)::text as waiting_value,
      (count(*) filter (where ${isExpired}))::integer as expired,
      coalesce(sum(value) filter (where ${isExpired}), 0)::text as expired_value
    from usage_windows
    where instance_id = ${instanceId} and state <> 'void'
      and begin_time >= ${from} and begin_time < ${until}
    group by 1 order by 1`.execute(db)
  return rows
}
