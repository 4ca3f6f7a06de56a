import { type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'

/** Whoever looks at more than this is told that there are more: a count costs as much as it counts. */
export const mostCounted = 200

/** Rows that are counted to a bound. */
export interface BoundedRows {
  readonly count: number
  readonly more: boolean
  /** The earliest time among those counted. */
  readonly since: Date | null
  /** The id of the only one. */
  readonly only: string | null
}

/** Counts the rows of a query with the columns `id` and `at`, of which the bound reads the first. */
export async function countBounded(
  db: Database,
  rows: RawBuilder<{ id: string; at: Date }>,
): Promise<BoundedRows> {
  const counted = sql<{ found: number; since: Date | null; first: string | null }>`
    select count(*)::integer as found, min(at) as since, min(id) as first
    from (${rows} limit ${sql.lit(mostCounted + 1)}) counted`
  const [row] = (await counted.execute(db)).rows
  const { found = 0, since = null, first = null } = row ?? {}
  return { ...bounded(found), since, only: found === 1 ? first : null }
}

/** How many there are of which one more than the bound may have been read. */
export function bounded(found: number): { readonly count: number; readonly more: boolean } {
  return { count: Math.min(found, mostCounted), more: found > mostCounted }
}
