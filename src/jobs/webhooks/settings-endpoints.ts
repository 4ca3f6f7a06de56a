import type { Services } from '../../calls/services.ts'
import { feedBounds } from '../../db/event/feed.ts'
import { insertEndpoint, keepAddresses } from '../../db/webhook/endpoints.ts'
import { inTransaction } from '../../db/transaction.ts'

/**
 * Makes the endpoints of the settings that are not there yet: enabled, since whoever sets the service
 * up wants them, and without personal data, which an administrator grants.
 */
export async function ensureSettingsEndpoints({
  db,
  now,
  webhooks,
}: Pick<Services, 'db' | 'now' | 'webhooks'>): Promise<void> {
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
  }
}
