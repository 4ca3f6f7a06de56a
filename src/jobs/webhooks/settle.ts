import { announce } from '../../calls/announce.ts'
import type { Changes } from '../../calls/changes.ts'
import { persistIn } from '../../calls/persist.ts'
import { retrying } from '../../calls/retrying.ts'
import type { Services } from '../../calls/services.ts'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/transaction.ts'
import { insertAttempts } from '../../db/webhook/attempts.ts'
import { insertGivenUp } from '../../db/webhook/deliveries.ts'
import { hurryLanes, lockLanes, settleLanes } from '../../db/webhook/settle-lanes.ts'
import { lanesAfter } from './lanes-after.ts'
import { type Health, hasRecovered, healthsAfter } from './note-health.ts'
import { type LaneResult, attemptsOf, isDelivered } from './run-lane.ts'
import { settleAlarms } from './settle-alarms.ts'
import { settleDelivered } from './settle-delivered.ts'

/**
 * Writes down what became of lanes: who is owed what is not owed any more, when the lanes come next, and
 * how the endpoints have answered. What the database undoes for the sake of another change is written anew:
 * a lane that is not given back waits for the end of its lease. Returns whether more is due in some of them.
 */
export async function settle(results: readonly LaneResult[], services: Services): Promise<boolean> {
  const byEndpoint = Map.groupBy(results, ({ claimed }) => claimed.endpointId)
  const isAllDelivered = ({ claimed }: LaneResult) =>
    byEndpoint.get(claimed.endpointId)?.every(isDelivered) === true
  const { delivered = [], others = [] } = Object.groupBy(results, (result) =>
    isAllDelivered(result) ? 'delivered' : 'others',
  )
  const isMoreOfDelivered = delivered.length > 0 && (await settleDelivered(delivered, services))
  const isMoreOfOthers = others.length > 0 && (await settleOthers(others, services))
  return isMoreOfDelivered || isMoreOfOthers
}

async function settleOthers(results: readonly LaneResult[], services: Services): Promise<boolean> {
  const { db, now } = services
  const { recovered, changes, isMore } = await retrying(() =>
    inTransaction(db, (transaction) => settleIn(transaction, results, services)),
  )
  if (changes.alarms?.length) announce(changes, services)
  for (const { row } of recovered) {
    await inTransaction(db, (transaction) => hurryLanes(transaction, row.id, now()))
  }
  return isMore || recovered.length > 0
}

interface Settled {
  readonly recovered: readonly Health[]
  readonly changes: Changes
  readonly isMore: boolean
}

// All of it in one commit. Endpoints are locked before lanes, both in the order of their keys.
async function settleIn(
  transaction: Database,
  results: readonly LaneResult[],
  services: Services,
): Promise<Settled> {
  const now = services.now()
  const healths = await healthsAfter(transaction, results, now)
  const locked = await lockLanes(
    transaction,
    results.map(({ claimed }) => claimed),
  )
  const { lanes, givenUp } = lanesAfter(results, { locked, healths, now })
  await settleLanes(transaction, lanes)
  await insertGivenUp(transaction, givenUp)
  await insertAttempts(transaction, attemptsOf(results))
  const changes: Changes = { alarms: settleAlarms([...healths.values()], givenUp) }
  if (changes.alarms?.length) await persistIn(transaction, changes, services)
  return {
    recovered: [...healths.values()].filter(hasRecovered),
    changes,
    isMore: lanes.some(({ nextAt }) => nextAt <= now),
  }
}
