import type { Database } from '../database.ts'

/** Which of these instances are released. */
export async function releasedOf(
  db: Database,
  instanceIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (instanceIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('sold_instances')
    .select('instance_id')
    .where((where) => where('instance_id', '=', where.fn.any(where.val(instanceIds))))
    .where('phase', '=', 'released')
    .execute()
  return new Set(rows.map(({ instance_id: id }) => id))
}
