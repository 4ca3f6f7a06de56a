import { setTimeout as pause } from 'node:timers/promises'
import type { Services } from '../calls/services.ts'
import { type Placed, placeEvents } from '../db/event/relay.ts'
import { numberOldEvents } from '../db/event/number-old.ts'
import { areMade } from '../db/make-indexes.ts'
import { tellOld } from '../events/told-old.ts'
import { isForeign, logFailure } from './attempt.ts'
import { createBell } from './bell.ts'
import type { CountAttempt, Worker } from './worker.ts'

const atOnce = 500
const job = 'relay-events'
// What an older version has left behind would be looked for in the whole history without it.
const index = 'events_unnumbered'

/**
 * Gives events their positions that have none by their commit, beside the relays of other replicas: at
 * once when this process has committed some, else at every look. Says `feed` when there are new ones,
 * whoever has placed them.
 */
export function startRelay(services: Services, count: CountAttempt): Worker {
  const { limits, newEvents, log } = services
  const stopping = new AbortController()
  const bell = createBell()
  const relay = createRelay(services)

  /** Returns whether there may be more to do at once. */
  const look = () =>
    relay().catch((error: unknown) => {
      const failure = error instanceof Error ? error : new Error(String(error))
      const outcome = isForeign(failure) ? 'failed' : 'defect'
      logFailure({ job }, { outcome, error: failure }, log)
      count(job, outcome)
      return false
    })

  const loop = async () => {
    while (!stopping.signal.aborted) {
      if (await look()) continue
      await bell.wait(limits.eventsEveryMs)
      // What comes meanwhile goes along: a look costs more than an event in it.
      await pause(limits.eventsPauseMs)
    }
  }
  const say = sayTogether(services)
  newEvents.on('outbox', bell.ring)
  newEvents.on('placed', say.soon)
  const looping = loop()
  return {
    async stop() {
      newEvents.off('outbox', bell.ring)
      newEvents.off('placed', say.soon)
      say.stop()
      stopping.abort()
      bell.ring()
      await looping
    },
  }
}

/** Says `feed` of what commits have placed themselves, once for those that come together. */
function sayTogether({ newEvents, limits }: Services) {
  let timer: NodeJS.Timeout | undefined
  const say = () => {
    timer = undefined
    newEvents.emit('feed')
  }
  return {
    soon: () => void (timer ??= setTimeout(say, limits.eventsPauseMs)),
    stop: () => clearTimeout(timer),
  }
}

/** One look at a time; returns true where there may be more to do at once. */
function createRelay({ db, vault, newEvents }: Services): () => Promise<boolean> {
  let isIndexed = false
  let seen: number | undefined
  const say = ({ last }: Placed) => {
    if (last === undefined || last === seen) return
    seen = last
    newEvents.emit('feed')
  }
  return async () => {
    isIndexed ||= await areMade(db, [index])
    if (!isIndexed) return false
    const placed = await placeEvents(db, atOnce)
    say(placed)
    if (!placed.isOldWaiting) return placed.changes >= atOnce
    const numbered = await numberOldEvents(db, atOnce, (event) => tellOld(event, vault))
    return numbered !== undefined
  }
}
