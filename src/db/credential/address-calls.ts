import { type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { AddressCallTable } from './credential-tables.ts'

/** The last call of an interface at an address, real or test. */
export type AddressCall = Selectable<AddressCallTable>

/** Notes last calls; of several replicas the latest one stays. */
export async function noteAddressCalls(db: Database, rows: readonly AddressCall[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into address_calls as kept (address, operation, test, last_at, last_code)
    select address, operation, test, last_at, last_code
    from json_populate_recordset(null::address_calls, ${JSON.stringify(rows)})
    order by address, operation, test
    on conflict (address, operation, test) do update set
      last_at = excluded.last_at, last_code = excluded.last_code
      where kept.last_at <= excluded.last_at`.execute(db)
}

/** The last calls of all interfaces at all addresses. */
export function listAddressCalls(db: Database): Promise<AddressCall[]> {
  return db.selectFrom('address_calls').selectAll().execute()
}
