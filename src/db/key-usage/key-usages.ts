import { sql, type Selectable } from 'kysely'
import type { Database } from '../database.ts'
import type { KeyUsageTable } from './key-usage-tables.ts'

export type KeyUsage = Selectable<KeyUsageTable>

export function listKeyUsages(db: Database): Promise<KeyUsage[]> {
  return db.selectFrom('key_uses').selectAll().execute()
}

/** Notes when keys were last used; of several replicas the latest time stays. */
export async function saveKeyUsages(db: Database, usages: readonly KeyUsage[]): Promise<void> {
  if (usages.length === 0) return
  await sql`
    insert into key_uses
    select * from json_populate_recordset(null::key_uses, ${JSON.stringify(usages)})
    on conflict (address, interface_type, fingerprint)
    do update set last_used_at = greatest(key_uses.last_used_at, excluded.last_used_at)`.execute(db)
}
