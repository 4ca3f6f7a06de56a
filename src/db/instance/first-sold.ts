import { sql } from 'kysely'
import type { Database } from '../database.ts'

// The oldest ones are enough for an address that sold something before its calls were kept by activity.
const looked = 400

/** Of each address when the first real instance was bought that is ready, among the oldest ones. */
export async function firstSoldAt(db: Database): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ address: string; at: Date }>`
    select address, min(created_at) as at from (
      select address, created_at, test, phase from sold_instances
      order by created_at, instance_id limit ${sql.lit(looked)}) oldest
    where not test and phase in ('ready', 'released')
    group by address`.execute(db)
  return new Map(rows.map(({ address, at }) => [address, at]))
}
