import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { ActivityCallTable } from './credential-tables.ts'

/** What came of an activity at an address, real or test. */
export type ActivityCall = Selectable<ActivityCallTable>

/** Notes calls; of several replicas the first time and the latest call stay. */
export async function noteActivityCalls(
  db: Database,
  rows: readonly ActivityCall[],
): Promise<void> {
  if (rows.length === 0) return
  const isLater = sql`kept.last_at <= excluded.last_at`
  await sql`
    insert into activity_calls as kept
    select * from json_populate_recordset(null::activity_calls, ${JSON.stringify(rows)})
    order by address, operation, activity, test
    on conflict (address, operation, activity, test) do update set
      first_at = least(kept.first_at, excluded.first_at),
      last_code = case when ${isLater} then excluded.last_code else kept.last_code end,
      last_at = greatest(kept.last_at, excluded.last_at),
      passed_at = least(kept.passed_at, excluded.passed_at)`.execute(db)
}

/** What came of all activities at all addresses. */
export function listActivityCalls(db: Database): Promise<ActivityCall[]> {
  return db.selectFrom('activity_calls').selectAll().execute()
}
