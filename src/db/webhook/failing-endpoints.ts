import { sql } from 'kysely'
import { mostCounted } from '../bounded-count.ts'
import type { Database } from '../database.ts'
import type { EndpointRow } from './endpoints.ts'

/**
 * Endpoints that are disabled or whose last attempt failed, those that fail longest first; of the settings
 * only those that stand there now. All are looked at: there are a hundred, and those of the settings.
 */
export function listFailingEndpoints(
  db: Database,
  ofSettings: readonly string[],
): Promise<EndpointRow[]> {
  return db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where((where) =>
      where.and([
        where.or([where('state', '=', 'disabled'), where('failures', '>', 0)]),
        where.or([
          where('url', 'is not', null),
          where('id', '=', where.fn.any(where.val(ofSettings))),
        ]),
      ]),
    )
    .orderBy(sql`failing_since nulls first`)
    .orderBy('id')
    .limit(mostCounted)
    .execute()
}
