import type { ManagementSchemas } from '../contract/index.ts'
import { type EndpointRow, healthOf } from '../db/webhook/endpoints.ts'
import { disablesAt } from '../domain/webhook/endpoint-health.ts'
import { type Backlog, backlogsOf } from '../db/webhook/backlogs.ts'
import type { Services } from '../calls/services.ts'

type EndpointView = ManagementSchemas['WebhookEndpoint']

/** Endpoints as the management API shows them; none of the settings that stands there no more. */
export async function viewEndpoints(
  rows: readonly EndpointRow[],
  { db, now, webhooks }: Pick<Services, 'db' | 'now' | 'webhooks'>,
): Promise<EndpointView[]> {
  const backlogs = await backlogsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const url = row.url ?? webhooks.endpoints.find(({ id }) => id === row.id)?.url
    return url === undefined ? [] : [view(row, { url, backlog: backlogs.get(row.id), now: now() })]
  })
}

function view(
  row: EndpointRow,
  { url, backlog, now }: { url: string; backlog: Backlog | undefined; now: Date },
): EndpointView {
  const { id, description, test, personal, ordered, state, failures, version } = row
  const ahead = (time: Date | null) => (time !== null && time > now ? time.toISOString() : null)
  return {
    id,
    url,
    description,
    types: row.types && [...row.types],
    addresses: row.addresses && [...row.addresses],
    test,
    personal,
    ordered,
    ofSettings: row.url === null,
    state,
    disabledReason: row.disabled_reason,
    pending: backlog?.pending ?? 0,
    oldestPendingAt: backlog?.oldest?.toISOString() ?? null,
    lag: backlog?.lag ?? 0,
    givenUp: backlog?.given_up ?? 0,
    failures,
    failingSince: row.failing_since?.toISOString() ?? null,
    lastFailedAt: row.last_failed_at?.toISOString() ?? null,
    disablesAt: state === 'enabled' ? (disablesAt(healthOf(row))?.toISOString() ?? null) : null,
    pausedUntil: ahead(row.paused_until),
    lastSuccessAt: row.last_success_at?.toISOString() ?? null,
    secretRotatedUntil: ahead(row.old_until),
    version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
