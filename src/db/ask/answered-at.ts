import { sql } from 'kysely'
import type { Database } from '../database.ts'

// Who has answered once has answered most: a part of them tells it.
const looked = 400

/** Of each address when the product was first known to have answered a purchase, among some of them. */
export async function productAnsweredAt(db: Database): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ address: string; at: Date }>`
    select sold.address, min(answered.updated_at) as at from (
      select * from (
        select instance_id, state, updated_at from asks where kind = 'provision'
        order by kind, subject limit ${sql.lit(looked)}) part
      where state in ('asked', 'done', 'refused')) answered
    join sold_instances sold using (instance_id)
    group by sold.address`.execute(db)
  return new Map(rows.map(({ address, at }) => [address, at]))
}
