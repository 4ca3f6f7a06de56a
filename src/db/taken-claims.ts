import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The indexes of those units of work whose claim somebody else has made already. */
export async function findTaken(
  db: Database,
  works: readonly UnitOfWork[],
): Promise<ReadonlySet<number>> {
  const claims = works.flatMap(({ claim }, index) => (claim ? { ...claim, index } : []))
  if (claims.length === 0) return new Set()
  const { rows } = await sql<{ index: number }>`
    select index from json_to_recordset(${JSON.stringify(claims)}::json) as own
      (index int, site text, kind text, test_address text, activity text, claim_key text)
    join claims using (claim_key, activity, site, kind, test_address)`.execute(db)
  return new Set(rows.map(({ index }) => index))
}
