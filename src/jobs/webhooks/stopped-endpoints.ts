import type { Services } from '../../calls/services.ts'
import { findHolding, lastBefore } from '../../db/webhook/stopped.ts'
import { passOver } from './pass-over.ts'

const dayMs = 24 * 60 * 60_000
const holdsForMs = 30 * dayMs

/**
 * Gives up the events from before a time of endpoints that have been paused, disabled or untested for 30 days
 * and more: nobody has mended them since the alarm, and no event would ever go.
 */
export async function releaseStopped(before: Date, services: Services): Promise<void> {
  const { db, now, webhooks } = services
  const ofSettings = webhooks.endpoints.map(({ id }) => id)
  const stoppedBefore = new Date(now().getTime() - holdsForMs)
  const holding = await findHolding(db, { stoppedBefore, before, ofSettings })
  if (holding.length === 0) return
  const upTo = await lastBefore(db, before)
  for (const { id, state, since } of holding) {
    const reason = `it has been ${state} since ${since.toISOString()}, and they are older than events are kept`
    await passOver({ endpointId: id, upTo, reason }, services)
  }
}
