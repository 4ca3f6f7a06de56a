import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** Windows that the store has not taken, of one state and age. */
export interface WaitingWindows {
  readonly state: string
  readonly age: string
  readonly windows: number
}

/** How many windows wait, by state and by the time since their begin. */
export async function countWaiting(db: Database, now: Date): Promise<WaitingWindows[]> {
  // By the deadline, which is 21 days less an hour after the begin: its index has all that is asked.
  const { rows } = await sql<WaitingWindows>`
    select state, case
        when left_over > interval '20 days 22 hours' then '1h'
        when left_over > interval '19 days 23 hours' then '1d'
        when left_over > interval '6 days 23 hours' then '14d'
        when left_over > interval '2 days 23 hours' then '18d'
        when left_over > interval '23 hours' then '20d'
        else 'more' end as age, count(*)::integer as windows
    from (select state, deadline - ${now}::timestamptz as left_over from usage_windows
      where state not in ('taken', 'expired', 'void')) as waiting
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}
