import { sql } from 'kysely'
import { createVault } from '../../src/crypto/vault.ts'
import type { Database } from '../../src/db/database.ts'
import { newId } from '../../src/db/new-id.ts'

/** An event as a test wants it in the feed. */
export interface FedEvent {
  readonly topic: string
  readonly type?: string
  readonly address?: string
  readonly test?: boolean
  readonly personal?: boolean
  readonly at?: Date
  /** A version before the feed has written it: it has no number in its topic. */
  readonly isOld?: boolean
  readonly data?: Record<string, unknown>
}

/** The secret key of a service that reads what is put there. */
export const feedKey = Buffer.alloc(32, 7)
const vault = createVault(feedKey)

/** Puts events into the feed as the relay does, behind what is there; returns their ids. */
export async function feed(db: Database, events: readonly FedEvent[]): Promise<string[]> {
  const rows = events.map((event, index) => ({
    id: newId(),
    offset: index + 1,
    topic: event.topic,
    seq: event.isOld === true ? 0 : index + 1,
    type: event.type ?? 'instance.changed',
    site: 'main',
    address: event.address ?? 'main',
    test: event.test ?? false,
    personal: event.personal ?? false,
    at: event.at ?? new Date(),
    data: `\\x${vault.encrypt(JSON.stringify(event.data ?? { index })).toString('hex')}`,
  }))
  await sql`
    with last as (
      update event_feed_state set position = position + ${rows.length} returning position)
    insert into event_feed
      (position, id, topic, topic_seq, type, site, address, test, personal, at, data)
    select last.position - ${rows.length} + r."offset", r.id, r.topic, r.seq, r.type, r.site,
      r.address, r.test, r.personal, r.at, r.data
    from last, json_to_recordset(${JSON.stringify(rows)}) as r (
      id uuid, "offset" bigint, topic text, seq bigint, type text, site text, address text, test boolean,
      personal boolean, at timestamptz, data bytea)`.execute(db)
  return rows.map(({ id }) => id)
}
