import type { Database } from '../../src/db/database.ts'
import { newId } from '../../src/db/new-id.ts'

const hourMs = 3_600_000

/** Usage of one instance: three records that are parked, of which one may be taken, one that is held, two taken. */
export async function usageRows(db: Database): Promise<{ instanceId: string; parked: string }> {
  const instanceId = newId()
  const parked = newId()
  const sns = [parked, newId(), newId(), newId(), newId(), newId()]
  const states = ['parked', 'parked', 'parked', 'held', 'taken', 'taken'] as const
  const now = Date.now()
  const at = (hours: number) => new Date(now + hours * hourMs)
  await db
    .insertInto('usage_windows')
    .values(
      states.map((state, index) => ({
        ...{ metering_sn: sns[index] ?? '', site: 'china', signer: 'main', test: false },
        ...{ instance_id: instanceId, package_id: '', state, records: 2, value: '12.5' },
        ...{ begin_time: at(-24 * (index + 1)), end_time: at(1 - 24 * (index + 1)) },
        ...{ seal_at: at(0), next_at: null, deadline: at(20 + index), uncertain: index === 2 },
        ...{ batch_id: null, part: null, shifted_from: null, created_at: at(0), updated_at: at(0) },
        code: { parked: '006', held: '013', taken: null }[state],
        reason: { parked: 'the product has left the market', held: 'frozen', taken: null }[state],
      })),
    )
    .execute()
  return { instanceId, parked }
}
