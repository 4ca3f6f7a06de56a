import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'

/** Ends the connections on which positions are given, as the end of their process would; how many. */
export async function killRelays(
  db: Database,
  isOver: (ended: number) => boolean,
): Promise<number> {
  let ended = 0
  while (!isOver(ended)) {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where query like '%event_feed_state for update%' and pid <> pg_backend_pid()
        and datname = current_database() and state = 'active'`.execute(db)
    ended += rows.length
    await wait(5)
  }
  return ended
}
