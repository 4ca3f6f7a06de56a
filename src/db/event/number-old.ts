import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { byteaText } from '../bytea-text.ts'
import { inTransaction } from '../transaction.ts'

/** An entry of the history of an instance that is not in the feed, and what is known of the instance. */
export interface OldEvent {
  readonly id: string
  readonly instance_id: string
  readonly type: string
  readonly order_id: string | null
  readonly at: Date
  /** Of an instance that is kept no more, null. */
  readonly site: string | null
  readonly address: string | null
  readonly family: string | null
  readonly test: boolean | null
}

/** What such an entry is told as. */
export interface OldTold {
  readonly topic: string
  readonly type: string
  readonly data: Uint8Array
}

/**
 * Gives positions to what a version before the feed has written into the history: what an older database
 * holds, and what such a version writes while it runs beside this one. Returns how many; undefined while
 * another replica gives positions. Nothing that a call waits for is locked. What waits in the outbox and
 * is older comes first.
 */
export function numberOldEvents(
  db: Database,
  limit: number,
  tell: (event: OldEvent) => OldTold,
): Promise<number | undefined> {
  return inTransaction(db, async (transaction) => {
    const state = await transaction
      .selectFrom('event_feed_state')
      .select('position')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (state === undefined) return undefined
    const found = await findOld(transaction, limit)
    if (found.length > 0) await place(transaction, state.position, found, tell)
    return found.length
  })
}

async function findOld(db: Database, limit: number): Promise<OldEvent[]> {
  const { rows } = await sql<OldEvent>`
    select old.*, site, address, family, test
    from (select id, instance_id, type, order_id, at from events
      where in_feed is null
        and not exists (select from event_outbox where event_outbox.id < events.id)
      order by id limit ${limit}) as old
    left join sold_instances using (instance_id) order by old.id`.execute(db)
  return rows
}

// Their topic has no numbers from that time: they come before whatever has one.
async function place(
  db: Database,
  position: number,
  found: readonly OldEvent[],
  tell: (event: OldEvent) => OldTold,
): Promise<void> {
  const rows = found.map((event, index) => {
    const { topic, type, data } = tell(event)
    const { id, site, address, test, at } = event
    const columns = { id, topic, topic_seq: 0, type, at, personal: false, data: byteaText(data) }
    const origin = { site: site ?? '', address: address ?? '', test: test ?? false }
    return { position: position + index + 1, ...columns, ...origin }
  })
  const keys = found.map(({ id, instance_id }) => ({ id, instance_id }))
  await sql`
    with placed as (
      insert into event_feed select * from json_populate_recordset(null::event_feed,
        ${JSON.stringify(rows)}::json)),
    moved as (update event_feed_state set position = ${position + rows.length})
    update events set in_feed = true
    from json_to_recordset(${JSON.stringify(keys)}::json) as old (id uuid, instance_id text)
    where events.instance_id = old.instance_id and events.id = old.id`.execute(db)
}
