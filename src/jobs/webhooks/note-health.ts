import type { Database } from '../../db/database.ts'
import {
  type EndpointRow,
  findEndpoint,
  healthOf,
  lockEndpoint,
  saveHealth,
} from '../../db/webhook/endpoints.ts'
import {
  type EndpointHealth,
  afterFailure,
  afterSuccess,
  afterUnasked,
  isDoubtful,
} from '../../domain/webhook/endpoint-health.ts'
import type { LaneResult } from './run-lane.ts'

/** How an endpoint has answered, before and after some results. */
export interface Health {
  readonly row: EndpointRow
  readonly before: EndpointHealth
  readonly after: EndpointHealth
}

// How old the time of the last success may be: a healthy endpoint is not written at every delivery.
const successToMs = 60_000

/** How each endpoint is after some results: it is locked and changed where that is worth noting. */
export async function healthsAfter(
  transaction: Database,
  results: readonly LaneResult[],
  now: Date,
): Promise<ReadonlyMap<string, Health>> {
  const byEndpoint = [...Map.groupBy(results, ({ claimed }) => claimed.endpointId)].toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  )
  const healths = new Map<string, Health>()
  for (const [id, own] of byEndpoint) {
    const health = await healthAfter(transaction, id, { results: own, now })
    if (health !== undefined) healths.set(id, health)
  }
  return healths
}

async function healthAfter(
  transaction: Database,
  id: string,
  { results, now }: { readonly results: readonly LaneResult[]; readonly now: Date },
): Promise<Health | undefined> {
  const known = await findEndpoint(transaction, id)
  if (known === undefined) return undefined
  const unchanged = { row: known, before: healthOf(known), after: healthOf(known) }
  if (!isWorthNoting(unchanged.before, results, now)) return unchanged
  const row = await lockEndpoint(transaction, id)
  if (row === undefined) return undefined
  const before = healthOf(row)
  const after = results.reduce((health, result) => healthBehind(health, result, now), before)
  await saveHealth(transaction, row, { health: after, now })
  return { row, before, after }
}

/** Whether results say of an endpoint what was not known. */
export function isWorthNoting(
  health: EndpointHealth,
  results: readonly LaneResult[],
  now: Date,
): boolean {
  const outcomes = results.flatMap(({ attempts }) => attempts.map(({ posted }) => posted.outcome))
  if (outcomes.includes('failed')) return true
  if (!outcomes.includes('delivered')) return false
  const { failures, failingSince, pausedUntil, lastSuccessAt } = health
  const isHealthy = failures === 0 && failingSince === null && pausedUntil === null
  return !isHealthy || now.getTime() - (lastSuccessAt?.getTime() ?? 0) > successToMs
}

function healthBehind(health: EndpointHealth, { attempts, probe }: LaneResult, now: Date) {
  return attempts.reduce((next, { posted }, index) => {
    if (posted.outcome === 'stopped') return next
    if (posted.outcome === 'delivered') return afterSuccess(next, now)
    const isProbe = probe && index === 0
    if (posted.isDefect === true) return isProbe ? afterUnasked(next, now) : next
    return afterFailure(next, now, { ...posted, probe: isProbe })
  }, health)
}

/** Whether it was paused and answers again. */
export function hasRecovered({ before, after }: Health): boolean {
  const wasPaused = isDoubtful(before) || before.pausedUntil !== null
  return wasPaused && after.failures === 0 && after.pausedUntil === null
}
