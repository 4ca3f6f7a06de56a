import { sql } from 'kysely'
import type { UsageAtRisk } from '../../domain/overview/needs-of.ts'
import { bounded, mostCounted } from '../bounded-count.ts'
import type { Database } from '../database.ts'

/** Which usage has waited for long: it begins before a time, and is given up before another. */
export interface RiskBounds {
  readonly begin: Date
  readonly deadline: Date
}

/** Usage that has waited for long, by instance, that whose time ends first before; and how much of it. */
export async function usageAtRisk(db: Database, { begin, deadline }: RiskBounds) {
  // Spelt as the index has it.
  const { rows } = await sql<UsageAtRisk>`
    select instance_id as "instanceId", site, count(*)::integer as windows, min(deadline) as deadline
    from (
      select instance_id, site, deadline from usage_windows
      where state not in ('taken', 'expired', 'void') and deadline <= ${deadline}
        and begin_time <= ${begin}
      order by deadline limit ${sql.lit(mostCounted + 1)}) late
    group by instance_id, site order by min(deadline), instance_id`.execute(db)
  const found = rows.reduce((sum, { windows }) => sum + windows, 0)
  return { atRisk: bounded(found), instances: rows }
}
