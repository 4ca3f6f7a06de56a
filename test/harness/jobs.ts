import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'

/**
 * Lets the jobs that wait for their next attempt have it now; the queue itself lets seconds go by. A
 * job that is worked on is left alone: its lease has longer to go than a few failures wait.
 */
export async function retryNow(db: Database): Promise<void> {
  await sql`
    update jobs set next_at = now()
    where last_error is not null and next_at between now() and now() + interval '45 s'`.execute(db)
}

/** How many jobs of a queue name an id in their data. */
export async function jobsWith(db: Database, queue: string, id: string): Promise<number> {
  const { rows } = await sql<{ data: unknown }>`
    select data from jobs where queue = ${queue}`.execute(db)
  return rows.filter(({ data }) => JSON.stringify(data).includes(id)).length
}
