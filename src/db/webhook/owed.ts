import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** What an endpoint is owed. */
export interface Owed {
  readonly endpointId: string
  readonly state: string
  readonly lanes: number
  readonly events: number
  /** When the first event failed of the lane that has failed for the longest time. */
  readonly failingSince: Date | null
}

/** What each endpoint is owed, nothing too. */
export async function listOwed(db: Database): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select e.id as "endpointId", e.state, count(l.lane) as lanes,
      coalesce(sum(l.pending), 0)::float8 as events, min(l.first_failed_at) as "failingSince"
    from webhook_endpoints e
    left join webhook_lanes l on l.endpoint_id = e.id and l.pending > 0
    group by e.id, e.state order by e.id`.execute(db)
  return rows
}
