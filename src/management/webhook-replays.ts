import type { ManagementSchemas } from '../contract/index.ts'
import { clearAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import { isAlarmOpen } from '../db/alarm/alarms.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import { inTransaction } from '../db/transaction.ts'
import { attemptsKnownSince } from '../db/webhook/attempts.ts'
import { isAnyGivenUp } from '../db/webhook/deliveries.ts'
import { type ReplayCount, countReplay } from '../db/webhook/count-replay.ts'
import { type ReplayFilter, replayBatch } from '../db/webhook/replays.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { faultyTypes } from './event-type-filter.ts'
import { faultyRequest } from './problem.ts'
import { endpointOf } from './webhook-endpoints.ts'

const batchSize = 1_000

/** Has events sent again, or counts them. Throws Problem 404 for an unknown endpoint. */
export const createWebhookReplay: ManagementHandler<'createWebhookReplay'> = async (
  { body },
  { services },
) => {
  const { id } = await endpointOf(body.endpointId, services)
  const faults = faultyTypes(body.types)
  if (faults.length > 0) throw faultyRequest(faults)
  const dryRun = body.dryRun ?? false
  const known = body.missing === true ? await attemptsKnownSince(services.db) : undefined
  const filter = { ...filterOf(id, body), attemptsKnownSince: known }
  const counted = await countReplay(services.db, filter)
  const events = dryRun ? counted.events : await replay(filter, services)
  const note = body.missing === true && { attemptsKnownSince: known?.toISOString() ?? null }
  return { events, skipped: skippedOf(counted), dryRun, ...note }
}

function skippedOf({ notHeard, onItsWay, pruned }: ReplayCount) {
  return [
    { reason: 'not_heard' as const, events: notHeard },
    { reason: 'on_its_way' as const, events: onItsWay },
    { reason: 'pruned' as const, events: pruned },
  ].filter(({ events }) => events > 0)
}

function filterOf(
  endpointId: string,
  { since, until, dryRun: _counted, ...filter }: ManagementSchemas['CreateWebhookReplay'],
): ReplayFilter {
  return {
    ...filter,
    endpointId,
    since: parseDateTime(since ?? ''),
    until: parseDateTime(until ?? ''),
  }
}

// In batches, so that no lane is locked for long; one that is broken off is asked for again, and what
// is owed by then stays so.
async function replay(filter: ReplayFilter, services: ManagementServices): Promise<number> {
  const { db, now, audit, newEvents } = services
  const subject = subjectOf('webhook-endpoint', filter.endpointId)
  await insertAudit(db, audit([subject]))
  let events = 0
  for (let after = 0, isMore = true; isMore;) {
    const batch = await inTransaction(db, (transaction) =>
      replayBatch(transaction, filter, { after, limit: batchSize, now: now() }),
    )
    events += batch.events
    after = batch.last
    isMore = batch.matched === batchSize
  }
  await clearGivenUp(filter.endpointId, services)
  newEvents.emit('owed')
  return events
}

async function clearGivenUp(endpointId: string, services: ManagementServices): Promise<void> {
  const { db } = services
  const subject = subjectOf('webhook-endpoint', endpointId)
  if (!(await isAlarmOpen(db, 'endpoint.given_up', subject))) return
  if (await isAnyGivenUp(db, endpointId)) return
  const alarms = [clearAlarm('endpoint.given_up', subject)]
  await persist({ alarms }, { ...services, audit: undefined })
}
