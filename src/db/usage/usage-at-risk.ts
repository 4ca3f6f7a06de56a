import { sql } from 'kysely'
import { bounded, mostCounted } from '../bounded-count.ts'
import type { Database } from '../database.ts'

/** Usage of an instance that has waited for long. */
export interface UsageAtRiskRow {
  readonly instanceId: string
  readonly site: string
  readonly windows: number
  readonly deadline: Date
}

/** Which usage has waited for long: it begins before a time, and is given up before another. */
export interface RiskBounds {
  readonly begin: Date
  readonly deadline: Date
}

/** Usage that has waited for long, by instance, that whose time ends first before; and how much of it. */
export async function usageAtRisk(db: Database, { begin, deadline }: RiskBounds) {
  // Spelt as the index has it.
  const { rows } = await sql<UsageAtRiskRow>`
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
