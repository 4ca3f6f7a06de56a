import { type Insertable, type Selectable, type Updateable, sql } from 'kysely'
import type { EndpointHealth } from '../../domain/webhook/endpoint-health.ts'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { WebhookEndpointTable } from './webhook-tables.ts'

/** An endpoint as it is kept. */
export type EndpointRow = Selectable<WebhookEndpointTable>

/** What is said of a new endpoint, which begins at a time. */
export type NewEndpoint = Omit<
  Insertable<WebhookEndpointTable>,
  'old_secret' | 'old_until' | 'disabled_reason' | 'created_at' | 'updated_at'
>

/** Keeps a new endpoint, which begins behind a position; one that is there already stays as it is. */
export async function insertEndpoint(
  transaction: Database,
  endpoint: NewEndpoint,
  position: number,
): Promise<void> {
  const { id, since } = endpoint
  const blank = { old_secret: null, old_until: null, disabled_reason: null }
  await transaction
    .insertInto('webhook_endpoints')
    .values({ ...endpoint, ...blank, created_at: since, updated_at: since })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await transaction
    .insertInto('webhook_cursors')
    .values({ endpoint_id: id, position })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

// Any number that stays the same.
const listLock = 4_711_002

/** How many endpoints there are beside those of the settings; nobody adds one before the transaction ends. */
export async function countToAdd(transaction: Database): Promise<number> {
  await sql`select pg_advisory_xact_lock(${sql.lit(listLock)})`.execute(transaction)
  const { count } = await transaction
    .selectFrom('webhook_endpoints')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('url', 'is not', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Endpoints, the newest first; of the settings only those that stand there now. */
export function listEndpoints(
  db: Database,
  ofSettings: readonly string[],
  page: Page,
): Promise<PageOf<EndpointRow>> {
  const query = db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where((where) =>
      where.or([
        where('url', 'is not', null),
        where('id', '=', where.fn.any(where.val(ofSettings))),
      ]),
    )
  return pageOfQuery(query, { time: 'created_at', updated: 'updated_at', id: 'id' }, page)
}

/** The endpoint with this id. */
export function findEndpoint(db: Database, id: string): Promise<EndpointRow | undefined> {
  return db.selectFrom('webhook_endpoints').selectAll().where('id', '=', id).executeTakeFirst()
}

/**
 * The endpoint with this id, which nobody else changes until the end of the transaction. Its key stays,
 * so who makes lanes for it does not wait: they would wait for each other.
 */
export function lockEndpoint(transaction: Database, id: string): Promise<EndpointRow | undefined> {
  return transaction
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Changes an endpoint that is locked; its version grows. */
export async function updateEndpoint(
  transaction: Database,
  id: string,
  changes: Omit<Updateable<WebhookEndpointTable>, 'id' | 'version'>,
): Promise<void> {
  await transaction
    .updateTable('webhook_endpoints')
    .set({ ...changes, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

/**
 * Deletes a locked endpoint with all that is owed to it; its attempts are kept. Its cursor is waited for
 * before, and its lanes in the order of their keys: who fans out has the first and wants the endpoint to
 * stay, who settles has some of the others and wants more of them.
 */
export async function deleteEndpoint(transaction: Database, id: string): Promise<void> {
  const waitForCursor = transaction.selectFrom('webhook_cursors').where('endpoint_id', '=', id)
  await waitForCursor.select('position').forUpdate().execute()
  await sql`
    with ordered as (
      select lane from webhook_lanes where endpoint_id = ${id} order by lane for update)
    select count(*) from ordered`.execute(transaction)
  await transaction.deleteFrom('webhook_endpoints').where('id', '=', id).execute()
  await transaction.deleteFrom('webhook_deliveries').where('endpoint_id', '=', id).execute()
  await transaction.deleteFrom('webhook_given_up').where('endpoint_id', '=', id).execute()
}

/** The endpoints for which deliveries are made: those that wait for their owner too. */
export function fannedOutEndpoints(
  db: Database,
): Promise<Pick<EndpointRow, 'id' | 'url' | 'state'>[]> {
  return db
    .selectFrom('webhook_endpoints')
    .select(['id', 'url', 'state'])
    .where('state', 'in', ['enabled', 'paused'])
    .orderBy('id')
    .execute()
}

/** The endpoints to which something may be sent now. */
export function openEndpoints(db: Database, now: Date): Promise<EndpointRow[]> {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('state', '=', 'enabled')
    .where((where) =>
      where.or([where('paused_until', 'is', null), where('paused_until', '<=', now)]),
    )
    .orderBy('id')
    .execute()
}

/** How an endpoint has answered lately, from its columns. */
export function healthOf(row: EndpointRow): EndpointHealth {
  return {
    failures: row.failures,
    pauses: row.pauses,
    pausedUntil: row.paused_until,
    pausedMs: row.paused_ms,
    failingSince: row.failing_since,
    lastFailedAt: row.last_failed_at,
    lastSuccessAt: row.last_success_at,
    disabledReason: row.state === 'disabled' ? row.disabled_reason : null,
  }
}

/** Keeps how an endpoint has answered, and whether it is disabled by that. */
export async function saveHealth(
  transaction: Database,
  row: EndpointRow,
  { health, now }: { readonly health: EndpointHealth; readonly now: Date },
): Promise<void> {
  const isDisabled = health.disabledReason !== null && row.state === 'enabled'
  await transaction
    .updateTable('webhook_endpoints')
    .set({
      failures: health.failures,
      pauses: health.pauses,
      paused_until: health.pausedUntil,
      paused_ms: health.pausedMs,
      failing_since: health.failingSince,
      last_failed_at: health.lastFailedAt,
      last_success_at: health.lastSuccessAt,
      ...(isDisabled && {
        state: 'disabled' as const,
        disabled_reason: health.disabledReason,
        stopped_at: now,
        version: sql<number>`version + 1`,
      }),
    })
    .where('id', '=', row.id)
    .execute()
}

/**
 * Takes the right to ask at the end of a pause, which lasts as long as a lease: of all replicas one
 * has it.
 */
export async function takeProbe(
  db: Database,
  id: string,
  { now, leaseUntil }: { readonly now: Date; readonly leaseUntil: Date },
): Promise<boolean> {
  const leaseMs = leaseUntil.getTime() - now.getTime()
  const { numUpdatedRows } = await db
    .updateTable('webhook_endpoints')
    .set({ paused_until: leaseUntil, paused_ms: sql`paused_ms + ${leaseMs}::bigint` })
    .where('id', '=', id)
    .where('state', '=', 'enabled')
    .where((where) =>
      where.or([where('paused_until', 'is', null), where('paused_until', '<=', now)]),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps of which addresses an endpoint of the settings hears now. */
export async function keepAddresses(
  transaction: Database,
  id: string,
  addresses: readonly string[] | null,
): Promise<void> {
  await sql`
    update webhook_endpoints set addresses = ${addresses}::text[]
    where id = ${id} and addresses is distinct from ${addresses}::text[]`.execute(transaction)
}
