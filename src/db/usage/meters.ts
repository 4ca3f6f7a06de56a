import { sql } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import { type Meter, meterOf } from '../../domain/usage/meter.ts'
import type { Database } from '../database.ts'
import { type InstanceRow, toInstance } from '../instance/instances.ts'

/** What is known of the instances with these ids that usage is reported of. */
export async function findMeters(
  db: Database,
  vault: Vault,
  instanceIds: readonly string[],
): Promise<Meter[]> {
  const { rows } = await sql<InstanceRow & { readonly released_at: Date | null }>`
    select s.*, (select min(at) from events
      where events.instance_id = s.instance_id and type = 'instance.released'
        and s.phase = 'released') as released_at
    from sold_instances s where s.instance_id = any(${instanceIds})`.execute(db)
  return rows.map((row) => meterOf(toInstance(row, vault), row.released_at))
}
