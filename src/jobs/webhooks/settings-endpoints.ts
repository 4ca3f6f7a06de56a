import type { Services } from '../../calls/services.ts'
import { feedBounds } from '../../db/event/feed.ts'
import { inTransaction } from '../../db/transaction.ts'
import { firstToComeAt, noteAway, noteBack } from '../../db/webhook/away.ts'
import { insertEndpoint, keepAddresses } from '../../db/webhook/endpoints.ts'
import { passOver } from './pass-over.ts'

/**
 * Makes the endpoints of the settings that are not there yet: enabled, since whoever sets the service
 * up wants them, and without personal data, which an administrator grants. One that comes back after a
 * long time begins at the present.
 */
export async function ensureSettingsEndpoints(services: Services): Promise<void> {
  const { db, now, webhooks } = services
  for (const { id, addresses } of webhooks.endpoints) {
    await inTransaction(db, async (transaction) => {
      const { last } = await feedBounds(transaction)
      const row = {
        id,
        url: null,
        description: null,
        types: null,
        addresses,
        test: 'exclude' as const,
        personal: false,
        ordered: true,
        secret: null,
        state: 'enabled' as const,
        since: now(),
      }
      await insertEndpoint(transaction, row, last)
      await keepAddresses(transaction, id, addresses)
    })
    await beginAnew(id, services)
  }
  const ids = webhooks.endpoints.map(({ id }) => id)
  await noteAway(db, ids, now())
}

const longAwayMs = 7 * 24 * 60 * 60_000

/**
 * Passes over what happened while the URL of an endpoint was out of the settings, if that was for long:
 * weeks of old events at once help nobody. What another replica has kept up with is left alone.
 */
async function beginAnew(endpointId: string, services: Services): Promise<void> {
  const { db, now } = services
  const since = await noteBack(db, endpointId)
  const longAgo = new Date(now().getTime() - longAwayMs)
  if (since === undefined || since > longAgo) return
  const firstAt = await firstToComeAt(db, endpointId)
  if (firstAt === undefined || firstAt > longAgo) return
  const { last } = await feedBounds(db)
  const reason = `its URL was out of the settings since ${since.toISOString()}, so it begins at the present`
  await passOver({ endpointId, upTo: last, reason }, services)
}
