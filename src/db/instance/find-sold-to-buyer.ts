import DataLoader from 'dataloader'
import type { Vault } from '../../crypto/vault.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import type { Database } from '../database.ts'
import { type InstanceRow, toInstance } from './instances.ts'

/** Finds the SaaS instance with an id, if a buyer has it. */
export type FindSoldToBuyer = (instanceId: string) => Promise<Instance | undefined>

/**
 * One statement at a time; who asks meanwhile shares the next one. So however many ask they take one
 * connection, and an id of a test call is found no sooner or later than one that there never was.
 */
export function createFindSoldToBuyer(db: Database, vault: Vault): FindSoldToBuyer {
  let underWay: Promise<unknown> = Promise.resolve()
  const loader = new DataLoader(
    (ids: readonly string[]) => {
      const found = findRows(db, ids)
      underWay = found.catch(() => undefined)
      return found
    },
    { cache: false, batchScheduleFn: (read) => void underWay.then(read) },
  )
  return async (instanceId) => {
    const row = await loader.load(instanceId)
    return row && toInstance(row, vault)
  }
}

async function findRows(
  db: Database,
  instanceIds: readonly string[],
): Promise<(InstanceRow | undefined)[]> {
  const rows = await db
    .selectFrom('sold_instances')
    .selectAll()
    .where((where) => where('instance_id', '=', where.fn.any(where.val(instanceIds))))
    .where('kind', '=', 'saas')
    .where('test', '=', false)
    .execute()
  const found = new Map(rows.map((row) => [row.instance_id, row]))
  return instanceIds.map((id) => found.get(id))
}
