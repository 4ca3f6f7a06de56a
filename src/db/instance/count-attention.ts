import { sql } from 'kysely'
import { type BoundedRows, countBounded } from '../bounded-count.ts'
import type { Database } from '../database.ts'

/** How many instances carry a note for the operator. */
export function countAttention(db: Database): Promise<BoundedRows> {
  return countBounded(
    db,
    sql`select instance_id as id, created_at as at from sold_instances where attention is not null
      order by created_at, instance_id`,
  )
}
