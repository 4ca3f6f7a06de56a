import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** What an instance has used in all, of a package or of none (''). */
export interface UsageTotal {
  readonly instanceId: string
  readonly packageId: string
  /** Decimal text. */
  readonly value: string
  readonly lastEnd: Date
}

/** The totals of these instances, and of what was drawn from them as packages. */
export async function findTotals(db: Database, ids: readonly string[]): Promise<UsageTotal[]> {
  const columns = sql`instance_id as "instanceId", package_id as "packageId", value::text,
    last_end as "lastEnd"`
  const { rows } = await sql<UsageTotal>`
    select ${columns} from usage_totals where instance_id = any(${ids})
    union
    select ${columns} from usage_totals where package_id = any(${ids}) and package_id <> ''
    order by 1, 2`.execute(db)
  return rows
}
