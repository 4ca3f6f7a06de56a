import { retrying } from '../../calls/retrying.ts'
import type { Services } from '../../calls/services.ts'
import { inTransaction } from '../../db/transaction.ts'
import { healthOf } from '../../db/webhook/endpoints.ts'
import { hurryLanes } from '../../db/webhook/settle-lanes.ts'
import { settleDeliveredLanes } from '../../db/webhook/settle-delivered-lanes.ts'
import { hasRecovered, healthsAfter, isWorthNoting } from './note-health.ts'
import { type LaneResult, attemptsOf } from './run-lane.ts'

/**
 * Writes down what became of lanes in which all was delivered, which is nearly always so: by one statement,
 * and how the endpoints answer only where that is news. Returns whether more is due in some of them.
 */
export async function settleDelivered(
  results: readonly LaneResult[],
  services: Services,
): Promise<boolean> {
  const { db, now } = services
  const lanes = results.map(({ claimed: { endpointId, lane, lease }, attempts }) => ({
    ...{ endpointId, lane, lease },
    done: attempts.map(({ delivery }) => delivery.position),
  }))
  const { endpoints, isMore } = await retrying(() =>
    settleDeliveredLanes(db, { lanes, attempts: attemptsOf(results), now: now() }),
  )
  const byEndpoint = Map.groupBy(results, ({ claimed }) => claimed.endpointId)
  const changed = endpoints.flatMap((endpoint) => {
    const own = byEndpoint.get(endpoint.id) ?? []
    return isWorthNoting(healthOf(endpoint), own, now()) ? own : []
  })
  if (changed.length === 0) return isMore
  return (await noteDelivered(changed, services)) || isMore
}

// Returns whether one has recovered.
async function noteDelivered(
  results: readonly LaneResult[],
  { db, now }: Services,
): Promise<boolean> {
  const healths = await retrying(() =>
    inTransaction(db, (transaction) => healthsAfter(transaction, results, now())),
  )
  const recovered = [...healths.values()].filter(hasRecovered)
  for (const { row } of recovered) {
    await inTransaction(db, (transaction) => hurryLanes(transaction, row.id, now()))
  }
  return recovered.length > 0
}
