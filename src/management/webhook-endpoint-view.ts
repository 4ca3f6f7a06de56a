import type { ManagementSchemas } from '../contract/index.ts'
import type { EndpointRow } from '../db/webhook/endpoints.ts'
import { countPending } from '../db/webhook/deliveries.ts'
import type { Services } from '../calls/services.ts'

type EndpointView = ManagementSchemas['WebhookEndpoint']

/** Endpoints as the management API shows them; none of the settings that stands there no more. */
export async function viewEndpoints(
  rows: readonly EndpointRow[],
  { db, now, webhooks }: Pick<Services, 'db' | 'now' | 'webhooks'>,
): Promise<EndpointView[]> {
  const pending = await countPending(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const url = row.url ?? webhooks.endpoints.find(({ id }) => id === row.id)?.url
    return url === undefined
      ? []
      : [view(row, { url, pending: pending.get(row.id) ?? 0, now: now() })]
  })
}

function view(
  row: EndpointRow,
  { url, pending, now }: { url: string; pending: number; now: Date },
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
    pending,
    failures,
    failingSince: row.failing_since?.toISOString() ?? null,
    pausedUntil: ahead(row.paused_until),
    lastSuccessAt: row.last_success_at?.toISOString() ?? null,
    secretRotatedUntil: ahead(row.old_until),
    version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}
