import { sql, type Selectable } from 'kysely'
import type { Database } from '../database.ts'
import type { KeyUseTable } from '../tables.ts'

export type KeyUse = Selectable<KeyUseTable>

export function listKeyUses(db: Database): Promise<KeyUse[]> {
  return db.selectFrom('key_uses').selectAll().execute()
}

/** Notes when keys were last used; of several replicas the latest time stays. */
export async function saveKeyUses(db: Database, uses: readonly KeyUse[]): Promise<void> {
  if (uses.length === 0) return
  await sql`
    insert into key_uses
    select * from json_populate_recordset(null::key_uses, ${JSON.stringify(uses)})
    on conflict (address, interface_type, fingerprint)
    do update set last_used_at = greatest(key_uses.last_used_at, excluded.last_used_at)`.execute(db)
}
