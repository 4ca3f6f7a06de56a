import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOf, pageOfQuery } from '../page.ts'
import type { WebhookGivenUpTable } from './webhook-tables.ts'

/** What is owed to an endpoint, with how its lane fares. */
export interface DeliveryRow {
  readonly endpoint_id: string
  readonly event_id: string
  readonly position: number
  readonly replay: boolean
  readonly type: string | null
  readonly topic: string | null
  readonly at: Date | null
  /** Failed attempts; 0 for what waits behind another event. */
  readonly attempt: number
  /** Null for what waits behind another event. */
  readonly next_at: Date | null
}

const owed = (from: RawBuilder<unknown>) => sql`
  select d.endpoint_id, d.event_id, d.position, d.replay, f.type, f.topic, f.at,
    case when first then l.attempt else 0 end as attempt,
    case when first then l.next_at end as next_at
  from ${from} d
  cross join lateral (select not exists (select from webhook_deliveries before
    where before.endpoint_id = d.endpoint_id and before.lane = d.lane
      and before.position < d.position) as first) place
  left join webhook_lanes l on l.endpoint_id = d.endpoint_id and l.lane = d.lane
  left join event_feed f on f.position = d.position`

/** Which deliveries a list shows. */
export interface DeliveryFilter {
  readonly endpointId: string
  readonly topic?: string | undefined
  /** Only those that were tried in vain, or only the others. */
  readonly failing?: boolean | undefined
}

const all = sql`webhook_deliveries`
// From the lanes, of which few fail, however much is owed.
const firstOfFailing = (endpointId: string) => sql`(
  select first.* from webhook_lanes l cross join lateral (
    select * from webhook_deliveries where endpoint_id = l.endpoint_id and lane = l.lane
    order by position limit 1) first
  where l.endpoint_id = ${endpointId} and l.attempt > 0)`

/** What is owed to an endpoint, in the order of positions. */
export async function listDeliveries(
  db: Database,
  { endpointId, topic, failing }: DeliveryFilter,
  { limit, after }: Page,
): Promise<PageOf<DeliveryRow>> {
  // A position may be owed twice, once as a replay.
  const [, last = '0/false'] = after ?? []
  const [position, replay] = last.split('/')
  const inTopic = topic === undefined ? sql`true` : sql`d.lane in (${topic}, ${`replay:${topic}`})`
  const isOther = failing === false ? sql`not (first and coalesce(l.attempt, 0) > 0)` : sql`true`
  const { rows } = await sql<DeliveryRow>`
    ${owed(failing === true ? firstOfFailing(endpointId) : all)}
    where d.endpoint_id = ${endpointId} and ${inTopic} and ${isOther}
      and (d.position, d.replay) > (${position}::bigint, ${replay}::boolean)
    order by d.position, d.replay limit ${limit + 1}`.execute(db)
  return pageOf(rows, limit, (row) => [new Date(0).toISOString(), `${row.position}/${row.replay}`])
}

/** What is owed of one event to an endpoint. */
export async function deliveriesOf(
  db: Database,
  endpointId: string,
  eventId: string,
): Promise<DeliveryRow[]> {
  const { rows } = await sql<DeliveryRow>`
    ${owed(all)} where d.endpoint_id = ${endpointId} and d.event_id = ${eventId}`.execute(db)
  return rows
}

/** An event that was given up. */
export type GivenUpRow = Selectable<WebhookGivenUpTable>

/** Keeps what was given up. */
export async function insertGivenUp(
  transaction: Database,
  rows: readonly GivenUpRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into webhook_given_up
    select * from json_populate_recordset(null::webhook_given_up, ${JSON.stringify(rows)})`.execute(
    transaction,
  )
}

/** What was given up, the newest first. */
export function listGivenUp(
  db: Database,
  { endpointId, replayed }: { endpointId?: string | undefined; replayed?: boolean | undefined },
  page: Page,
): Promise<PageOf<GivenUpRow>> {
  let query = db.selectFrom('webhook_given_up').selectAll()
  if (endpointId !== undefined) query = query.where('endpoint_id', '=', endpointId)
  if (replayed !== undefined) query = query.where('replayed_at', replayed ? 'is not' : 'is', null)
  return pageOfQuery(query, { time: 'at', id: 'id' }, page)
}

/** Whether an event was given up at an endpoint, and not sent again since. */
export async function isGivenUp(
  db: Database,
  endpointId: string,
  eventId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('webhook_given_up')
    .select('id')
    .where('endpoint_id', '=', endpointId)
    .where('event_id', '=', eventId)
    .where('replayed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether anything was given up at an endpoint that was not sent again since and that still can be, since its
 * event is kept; or that was given up after a time, if one is given.
 */
export async function isAnyGivenUp(
  db: Database,
  endpointId: string,
  after?: Date,
): Promise<boolean> {
  const { rows } = await sql`
    select from webhook_given_up g
    where endpoint_id = ${endpointId} and replayed_at is null
      and (g.at > ${after ?? null}::timestamptz
        or exists (select from event_feed f where f.position = g.position))
    limit 1`.execute(db)
  return rows.length > 0
}

/** Forgets at most so many events that were given up before a time; returns how many. */
export async function pruneGivenUp(db: Database, before: Date, limit: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook_given_up')
    .where('id', 'in', (old) =>
      old.selectFrom('webhook_given_up').select('id').where('at', '<', before).limit(limit),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
