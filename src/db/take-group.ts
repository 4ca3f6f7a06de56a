import { byteaText } from './bytea-text.ts'
import type { Committed } from './commit.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** A unit of work that waits to be written. */
export interface Waiting {
  readonly work: UnitOfWork
  readonly resolve: (committed: Committed) => void
  readonly reject: (error: unknown) => void
}

const maxUnits = 64

/** Takes the first units out of the queue that meet in no row; who meets one of them goes later. */
export function takeGroup(queue: Waiting[]): Waiting[] {
  const group: Waiting[] = []
  const later: Waiting[] = []
  const rows = new Set<string>()
  while (group.length < maxUnits) {
    const waiting = queue.shift()
    if (waiting === undefined) break
    if (isLate(waiting)) {
      waiting.reject(late())
      continue
    }
    const own = rowsOf(waiting.work)
    const asks = asksOf(waiting.work)
    if ([...own, ...asks.apartFrom].some((row) => rows.has(row))) later.push(waiting)
    else group.push(waiting)
    for (const row of [...own, ...asks.changed]) rows.add(row)
  }
  queue.unshift(...later)
  return group
}

/** True for a unit whose caller was answered meanwhile: it is not written any more. */
export function isLate({ work }: Waiting): boolean {
  return work.isExpired?.() === true
}

/** What such a unit is rejected with. */
export const late = () => new Error('the time to answer ran out')

// Which asks a unit ends and which an order starts is found by the database, and of two changes of one row
// in one statement it makes one alone.
function asksOf({ askUpdates = [], arrivedOrder }: UnitOfWork) {
  const isEnding = askUpdates.length > 0
  const isStarting = arrivedOrder !== undefined
  return {
    changed: [...(isEnding ? ['asks ended'] : []), ...(isStarting ? ['asks started'] : [])],
    apartFrom: [...(isStarting ? ['asks ended'] : []), ...(isEnding ? ['asks started'] : [])],
  }
}

function rowsOf({
  nonce,
  claim,
  instance,
  moved = [],
  license,
  order,
  ...work
}: UnitOfWork): string[] {
  const alarms = [...(work.alarms ?? []), ...(work.clearedAlarms ?? [])]
  return [
    ...(nonce ? [`nonce ${byteaText(nonce.hash)}`] : []),
    ...(claim ? [`claim ${claim.claim_key}`] : []),
    ...(instance ? [`instance ${instance.instance_id}`] : []),
    ...(instance ? [`bought ${instance.order_id} ${instance.order_line_id}`] : []),
    ...moved.map((one) => `instance ${one.instance_id}`),
    ...(license ? [`license ${license.id}`] : []),
    ...(order ? [`order ${order.order_id} ${order.order_line_id}`] : []),
    ...alarms.map(({ key, subject }) => `alarm ${key} ${subject}`),
  ]
}
