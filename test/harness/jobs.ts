import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'

/** Lets the jobs that wait for their next attempt have it now; the queue itself lets seconds go by. */
export async function retryNow(db: Database): Promise<void> {
  await sql`update pgboss.job set start_after = now() where state = 'retry'`.execute(db)
}
