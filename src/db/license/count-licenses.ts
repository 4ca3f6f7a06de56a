import { sql } from 'kysely'
import { type BoundedRows, countBounded } from '../bounded-count.ts'
import type { Database } from '../database.ts'

/** How many licenses of buyers the store did not take. */
export function countRefusedLicenses(db: Database): Promise<BoundedRows> {
  // Spelt as the index has it (../list-indexes.ts).
  return countBounded(
    db,
    sql`select id, updated_at as at from licenses where upload_state = 'refused' and not test
      order by updated_at`,
  )
}

/** How many licenses of buyers wait to be made. */
export function countLicensesToMake(db: Database): Promise<BoundedRows> {
  return countBounded(
    db,
    sql`select id, created_at as at from licenses where phase = 'provisioning' and not test
      order by created_at`,
  )
}
