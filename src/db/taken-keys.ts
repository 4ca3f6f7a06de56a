import { sql } from 'kysely'
import type { Database } from './database.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The places of those units of work whose claim or purchase somebody else has made already. */
export async function findTaken(
  db: Database,
  works: readonly UnitOfWork[],
): Promise<ReadonlySet<number>> {
  const claims = works.flatMap(({ claim }, place) => (claim ? { ...claim, place } : []))
  const bought = works.flatMap(({ instance }, place) =>
    instance?.version === 1 ? { ...keyOf(instance), place } : [],
  )
  if (claims.length + bought.length === 0) return new Set()
  const { rows } = await sql<{ place: number }>`
    select place from json_to_recordset(${JSON.stringify(claims)}::json) as own
      (place int, site text, kind text, test_address text, activity text, claim_key text)
    join claims using (claim_key, activity, site, kind, test_address)
    union all
    select place from json_to_recordset(${JSON.stringify(bought)}::json) as own
      (place int, site text, kind text, test_address text, order_id text, order_line_id text)
    join instances using (order_id, order_line_id, site, kind, test_address)`.execute(db)
  return new Set(rows.map(({ place }) => place))
}

type Instance = NonNullable<UnitOfWork['instance']>

function keyOf({ site, kind, test_address, order_id, order_line_id }: Instance) {
  return { site, kind, test_address, order_id, order_line_id }
}
