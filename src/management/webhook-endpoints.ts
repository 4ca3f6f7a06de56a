import type { ManagementSchemas } from '../contract/index.ts'
import { newWebhookSecret } from '../crypto/webhook-secret.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import type { Database } from '../db/database.ts'
import { feedBounds } from '../db/event/feed.ts'
import { newId } from '../db/new-id.ts'
import { inTransaction } from '../db/transaction.ts'
import {
  type EndpointRow,
  countToAdd,
  deleteEndpoint,
  findEndpoint,
  healthOf,
  insertEndpoint,
  listEndpoints,
  lockEndpoint,
  updateEndpoint,
} from '../db/webhook/endpoints.ts'
import { subjectOf } from '../domain/subject.ts'
import { pausedSoFarMs } from '../domain/webhook/endpoint-health.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { requireVersion } from './if-match.ts'
import { unknownWebhookEndpoint } from './not-found.ts'
import { Problem, inBody } from './problem.ts'
import { columnsOf } from './webhook-endpoint-request.ts'
import { viewEndpoints } from './webhook-endpoint-view.ts'

/** Endpoints, those of the settings too, the newest first. */
export const listWebhookEndpoints: ManagementHandler<'listWebhookEndpoints'> = async (
  { query },
  { services },
) => {
  const ofSettings = services.webhooks.endpoints.map(({ id }) => id)
  const found = await listEndpoints(services.db, ofSettings, pageFrom('webhook-endpoints', query))
  return {
    items: await viewEndpoints(found.items, services),
    nextCursor: nextCursor('webhook-endpoints', found),
  }
}

/** One endpoint. Throws Problem 404. */
export const getWebhookEndpoint: ManagementHandler<'getWebhookEndpoint'> = async (
  { path },
  { services },
) => viewEndpoint(await endpointOf(path.id, services), services)

// All of them share what is sent at once, and each always has some room (domain/webhook/courier-share.ts).
const mostEndpoints = 100

/** Adds an endpoint, whose secret this answer alone shows. Throws Problem 409 where there are too many. */
export const createWebhookEndpoint: ManagementHandler<'createWebhookEndpoint'> = async (
  { body },
  context,
) => {
  const { services } = context
  const columns = columnsOf(body, context)
  const secret = newWebhookSecret()
  const id = newId()
  await inTransaction(services.db, async (transaction) => {
    if ((await countToAdd(transaction)) >= mostEndpoints) throw tooMany()
    const { last } = await feedBounds(transaction)
    const row = {
      ...columns,
      id,
      secret: services.vault.encrypt(secret),
      state: 'untested' as const,
      since: services.now(),
    }
    await insertEndpoint(transaction, row, last)
    await auditEndpoint(transaction, id, services)
  })
  return { ...(await viewEndpoint(await endpointOf(id, services), services)), secret }
}

function tooMany(): Problem {
  const detail = `There are ${mostEndpoints} webhook endpoints, and no more may be. Delete one that is not needed.`
  const errors = [inBody('url', 'would be one endpoint too many')]
  return new Problem(409, detail, { code: 'webhook-endpoints-full', errors })
}

/** Changes an endpoint. Throws Problem 404, 409 for the URL of the settings, and 412. */
export const putWebhookEndpoint: ManagementHandler<'putWebhookEndpoint'> = async (
  { path, body, ifMatch },
  context,
) => {
  const { services } = context
  await changeEndpoint(path.id, services, (row) => {
    requireVersion(row, ifMatch)
    const { url, addresses, ...columns } = columnsOf(body, context, row)
    if (row.url !== null) {
      return { ...columns, url, addresses, ...(url !== row.url && elsewhere(row, services.now())) }
    }
    refuseSettings(row, { url, addresses }, services)
    return columns
  })
  return viewEndpoint(await endpointOf(path.id, services), services)
}

// Until it is tested nobody asks it: that does not count against its events.
function elsewhere(row: EndpointRow, now: Date) {
  const paused_ms = pausedSoFarMs(healthOf(row), now)
  const stopped_at = row.stopped_at ?? now
  return { state: 'untested' as const, stopped_at, paused_until: null, paused_ms }
}

/** Deletes an endpoint. Throws Problem 404, and 409 for one of the settings. */
export const deleteWebhookEndpoint: ManagementHandler<'deleteWebhookEndpoint'> = async (
  { path },
  { services },
) => {
  const row = await endpointOf(path.id, services)
  if (row.url === null) throw standsInSettings(row.id)
  const shown = await viewEndpoint(row, services)
  await inTransaction(services.db, async (transaction) => {
    await lockEndpoint(transaction, row.id)
    await deleteEndpoint(transaction, row.id)
    await auditEndpoint(transaction, row.id, services)
  })
  return shown
}

/** The endpoint with this id, unless it is one of the settings that stands there no more. */
export async function endpointOf(id: string, services: ManagementServices): Promise<EndpointRow> {
  const row = await findEndpoint(services.db, id)
  const isKnown =
    row !== undefined &&
    (row.url !== null || services.webhooks.endpoints.some((one) => one.id === id))
  if (!isKnown) throw unknownWebhookEndpoint(id)
  return row
}

/** One endpoint as it is shown. */
export async function viewEndpoint(
  row: EndpointRow,
  services: ManagementServices,
): Promise<ManagementSchemas['WebhookEndpoint']> {
  const [view] = await viewEndpoints([row], services)
  if (view === undefined) throw unknownWebhookEndpoint(row.id)
  return view
}

/** Changes an endpoint while nobody else does, and leaves that in the audit. */
export async function changeEndpoint(
  id: string,
  services: ManagementServices,
  change: (row: EndpointRow) => Parameters<typeof updateEndpoint>[2],
): Promise<void> {
  await inTransaction(services.db, async (transaction) => {
    const row = await lockEndpoint(transaction, id)
    if (row === undefined) throw unknownWebhookEndpoint(id)
    await updateEndpoint(transaction, id, { ...change(row), updated_at: services.now() })
    await auditEndpoint(transaction, id, services)
  })
}

/** The 409 for what stands in the settings. */
export function standsInSettings(id: string): Problem {
  const detail = `Endpoint ${id} stands in the settings (KOOGATE_WEBHOOK_URL); change it there.`
  return new Problem(409, detail, { code: 'webhook-of-settings' })
}

function refuseSettings(
  { id, addresses }: EndpointRow,
  wanted: { readonly url: string; readonly addresses: readonly string[] | null },
  { webhooks }: ManagementServices,
): void {
  const isSameUrl = webhooks.endpoints.find((one) => one.id === id)?.url === wanted.url
  const isSameAddresses = wanted.addresses === null || wanted.addresses.join() === addresses?.join()
  if (!isSameUrl || !isSameAddresses) throw standsInSettings(id)
}

function auditEndpoint(transaction: Database, id: string, { audit }: ManagementServices) {
  return insertAudit(transaction, audit([subjectOf('webhook-endpoint', id)]))
}
