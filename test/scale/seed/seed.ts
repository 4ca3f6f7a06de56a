import pg from 'pg'
import type { Database } from '../../../src/db/database.ts'
import { indexLock } from '../../../src/db/make-indexes.ts'
import { ensurePartitions } from '../../../src/db/partitions.ts'
import type { Vault } from '../../../src/crypto/vault.ts'
import { access, reconciliations, reruns, standing, usage } from './accounts.ts'
import { licenses, tenants } from './buyers.ts'
import { messages, outboundCalls } from './calls.ts'
import { ciphersOf } from './ciphers.ts'
import type { Sizes } from './sizes.ts'
import { orders, sold } from './sold.ts'
import { alarms, feed, webhooks } from './told.ts'

const dayMs = 86_400_000
// Beyond that it is quicker to make the indexes afterwards.
const manyRows = 100_000

/** A migrated database without data, and the keys that will read it. */
export interface Empty {
  readonly url: string
  readonly db: Database
  readonly vault: Vault
}

/** Fills a database as two years of a seller would have, by statements over whole sets. */
export async function seed({ url, db, vault }: Empty, sizes: Sizes): Promise<void> {
  for (let back = sizes.months; back >= 0; back -= 3) {
    await ensurePartitions(db, new Date(Date.now() - back * 30.5 * dayMs))
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ciphers = ciphersOf(vault)
  const statements = [sold, orders, messages, outboundCalls, feed, webhooks, alarms, licenses]
    .concat([tenants, usage, reconciliations, standing, access, reruns])
    .flatMap((subject) => subject(sizes, ciphers))
  await client.query(`set time zone 'UTC'; set maintenance_work_mem = '512MB'`)
  // Else the service would make the indexes again while their tables are filled.
  await client.query('select pg_advisory_lock($1)', [indexLock])
  const remake = sizes.instances > manyRows ? await dropIndexes(client) : []
  for (const statement of [...statements, ...remake]) await client.query(statement)
  await client.query('vacuum analyze')
  await client.end()
}

/** Drops the indexes of large tables that no constraint needs; returns what makes them again. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ')
      as definition
    from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace and not relispartition and not indisunique
      and relname in ('sold_instances', 'order_lines', 'messages', 'events', 'claims', 'licenses',
        'outbound_calls', 'audit', 'usage_windows', 'webhook_attempts', 'kit_users')`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
