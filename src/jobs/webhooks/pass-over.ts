import { raiseAlarm } from '../../calls/alarms.ts'
import { announce } from '../../calls/announce.ts'
import type { Changes } from '../../calls/changes.ts'
import { persistIn } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import { inTransaction } from '../../db/transaction.ts'
import { lockEndpoint } from '../../db/webhook/endpoints.ts'
import { giveUpOwed, giveUpToCome } from '../../db/webhook/give-up.ts'
import { subjectOf } from '../../domain/subject.ts'

const batchSize = 1_000

/** What an endpoint is not sent any more by itself. */
export interface PassedOver {
  readonly endpointId: string
  /** The last position of it. */
  readonly upTo: number
  readonly reason: string
}

/**
 * Gives up what an endpoint is owed and what is still to come to it, up to a position: it is listed, there
 * is an alarm, and as long as the events are kept they can be replayed.
 */
export async function passOver(passed: PassedOver, services: Services): Promise<void> {
  const { db, now, log } = services
  const { endpointId, upTo, reason } = passed
  const changes: Changes = { alarms: [alarmOf(passed)] }
  const step = (giveUp: typeof giveUpOwed) =>
    inTransaction(db, async (transaction) => {
      await lockEndpoint(transaction, endpointId)
      const at = now()
      const events = await giveUp(transaction, { ...passed, now: at, limit: batchSize })
      if (events > 0) await persistIn(transaction, changes, services)
      return events
    })
  let total = 0
  for (const giveUp of [giveUpOwed, giveUpToCome]) {
    for (let events = batchSize; events === batchSize;) {
      events = await step(giveUp)
      total += events
    }
  }
  if (total === 0) return
  log.warn(
    { endpoint: endpointId, upTo, events: total, reason },
    'events of an endpoint are passed over',
  )
  announce(changes, services)
}

function alarmOf({ endpointId, upTo, reason }: PassedOver) {
  return raiseAlarm(
    'endpoint.given_up',
    subjectOf('webhook-endpoint', endpointId),
    `Events up to position ${upTo} were given up at webhook endpoint ${endpointId}: ${reason}. Replay what it still needs, as long as it is kept.`,
  )
}
