import type { Services } from '../../calls/services.ts'
import type { AttemptRow } from '../../db/webhook/attempts.ts'
import type { EndpointRow } from '../../db/webhook/endpoints.ts'
import type { ClaimedLane, OwedDelivery } from '../../db/webhook/claim-lanes.ts'
import { newId } from '../../db/new-id.ts'
import type { Webhook } from '../../domain/address.ts'
import { toStorable } from '../../domain/storable-text.ts'
import { viewEvent } from '../../events/event-view.ts'
import { type Posted, postEvent } from './post-event.ts'

/** What became of a claimed lane. */
export interface LaneResult {
  readonly claimed: ClaimedLane
  /** It asked alone, at the end of a pause. */
  readonly probe: boolean
  readonly attempts: readonly Attempted[]
  /** The event that is not kept any more, where the lane came to one. */
  readonly lost: OwedDelivery | undefined
}

/** One request and what is kept of it. */
export interface Attempted {
  readonly delivery: OwedDelivery
  readonly posted: Posted
  /** Undefined for one that was broken off by the stop. */
  readonly row: AttemptRow | undefined
  readonly topic: string
}

/** Whom a lane is delivered to. */
export interface Receiver {
  readonly endpoint: EndpointRow
  readonly target: Webhook
  readonly probe: boolean
  /** By the clock of the process. */
  readonly claimedAt: number
}

/** What deliveries take. */
export type Delivering = Pick<Services, 'vault' | 'postSigned' | 'limits' | 'now' | 'log'>

// From the claim: what is begun until then ends before the lease of the lane does.
const beginWithinMs = 20_000
const keptOfAnswer = 1_024

/**
 * Sends the events of a lane one after the other, until one fails, the time is up, or the process
 * stops: then none is begun any more, and what is under way is broken off by the signal.
 */
export async function runLane(
  claimed: ClaimedLane,
  { endpoint, target, probe, claimedAt }: Receiver,
  services: Delivering,
  { stopping, breaking }: { readonly stopping: AbortSignal; readonly breaking: AbortSignal },
): Promise<LaneResult> {
  const attempts: Attempted[] = []
  for (const delivery of claimed.deliveries) {
    const { event } = delivery
    if (event === undefined) return { claimed, probe, attempts, lost: delivery }
    const isLate = performance.now() - claimedAt > beginWithinMs
    if (isLate || stopping.aborted) break
    const posted = await openAndPost(event, { endpoint, target }, services, breaking)
    const attempt = attempts.length === 0 ? claimed.attempt + 1 : 1
    const row = attemptRow(
      { ...delivery, type: event.type, endpointId: endpoint.id, attempt },
      posted,
      services,
    )
    attempts.push({ delivery, posted, row, topic: event.topic })
    if (posted.outcome !== 'delivered') break
  }
  return { claimed, probe, attempts, lost: undefined }
}

// A defect is a failed attempt of its event: else the lane would begin anew without end.
async function openAndPost(
  event: NonNullable<OwedDelivery['event']>,
  { endpoint, target }: Pick<Receiver, 'endpoint' | 'target'>,
  services: Delivering,
  breaking: AbortSignal,
): Promise<Posted> {
  const sentAt = services.now()
  try {
    const view = viewEvent(event, services.vault, endpoint)
    return await postEvent(view, target, services, breaking)
  } catch (error) {
    const about = { err: error, endpoint: endpoint.id, event: event.id }
    services.log.error(about, 'a delivery failed by a defect')
    const told = 'defect: the event could not be sent'
    const failed = { outcome: 'failed', ms: 0, sentAt, status: null, error: told } as const
    return { ...failed, answer: '', isDefect: true }
  }
}

/** Whether all that was attempted was delivered, and something was. */
export function isDelivered({ attempts, lost }: LaneResult): boolean {
  const isAll = attempts.every(({ posted }) => posted.outcome === 'delivered')
  return isAll && attempts.length > 0 && lost === undefined
}

/** Whether the other lanes of its endpoint go on: all was delivered but for what could not be sent. */
export function letsOthersGoOn(result: LaneResult): boolean {
  return isDelivered(result) || result.attempts.at(-1)?.posted.isDefect === true
}

/** What is kept of the attempts of lanes. */
export function attemptsOf(results: readonly LaneResult[]): AttemptRow[] {
  return results.flatMap(({ attempts }) => attempts.flatMap(({ row }) => row ?? []))
}

/** What an attempt is about. */
export interface AttemptSubject {
  readonly endpointId: string
  readonly eventId: string
  readonly type: string
  readonly attempt: number
  readonly replay: boolean
}

/** The row of an attempt, which is logged too; undefined for one that was broken off. */
export function attemptRow(
  { endpointId, eventId, type, attempt, replay }: AttemptSubject,
  { outcome, status, error, ms, sentAt, answer }: Posted,
  { vault, log }: Pick<Services, 'vault' | 'log'>,
): AttemptRow | undefined {
  if (outcome === 'stopped') return undefined
  const told = { endpoint: endpointId, event: eventId, type, attempt, status, error, ms }
  log[outcome === 'delivered' ? 'info' : 'warn'](told, 'webhook delivery')
  return {
    id: newId(),
    // Less ms it is when it was sent.
    at: new Date(sentAt.getTime() + ms),
    endpoint_id: endpointId,
    event_id: eventId,
    type,
    attempt,
    replay,
    ms,
    status,
    error: error && toStorable(error).slice(0, keptOfAnswer).toWellFormed(),
    // It may hold what the product knows of people.
    answer: answer === '' ? null : vault.encrypt(answer.slice(0, keptOfAnswer)),
  }
}
