import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { type FindQuery, type FoundRow, foundKinds, lookUp } from './found-row.ts'
import { kitLookUps } from './kit-look-ups.ts'
import { messageColumns } from './message-columns.ts'
import { recordLookUps } from './record-look-ups.ts'
import { soldLookUps } from './sold-look-ups.ts'

/**
 * Everything that an id is, the likeliest first and each once: one statement, a look-up by an index for
 * each id of each kind. Where nothing is, the newest call that names it.
 */
export async function findById(db: Database, query: FindQuery): Promise<FoundRow[]> {
  const own = await rowsOf(db, [
    ...soldLookUps(query),
    ...kitLookUps(query),
    ...recordLookUps(query),
  ])
  const found = own.length > 0 ? own : await rowsOf(db, namingCalls(query))
  const rank = ({ kind }: FoundRow) => foundKinds.indexOf(kind)
  return onceEach(found).toSorted((one, other) => rank(one) - rank(other))
}

async function rowsOf(db: Database, lookUps: readonly RawBuilder<unknown>[]): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`${sql.join(lookUps, sql` union all `)}`.execute(db)
  return rows
}

// A business id is often the instance's own.
function onceEach(rows: readonly FoundRow[]): FoundRow[] {
  const keyOf = (row: FoundRow) =>
    JSON.stringify([row.kind, row.id, row.order_id, row.order_line_id, row.site, row.address])
  const first = new Map(rows.toReversed().map((row) => [keyOf(row), row]))
  return rows.filter((row) => first.get(keyOf(row)) === row)
}

// What a call names without anything having come of it, such as an order of which every attempt failed.
function namingCalls({ texts }: FindQuery): RawBuilder<unknown>[] {
  const by = { order_id: 'orderId', instance_id: 'instanceId', tenant_id: 'tenantId' } as const
  return (['order_id', 'instance_id', 'tenant_id'] as const).map((column) =>
    lookUp(['message', by[column]], {
      from: sql`(select * from messages where ${sql.ref(column)} = any(${[...texts]}::text[])
        order by received_at desc, id desc limit 1) as called`,
      columns: messageColumns,
    }),
  )
}
