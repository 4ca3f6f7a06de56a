import { VersionConflict, commit, commitIn, isRowFault } from './commit.ts'
import type { Database } from './database.ts'
import { findTaken } from './taken-keys.ts'
import { type UnitOfWork, isLarge } from './unit-of-work.ts'

/** Writes a unit of work, whole or not at all. Throws NonceSeenError or VersionConflict. */
export type Commit = (work: UnitOfWork) => Promise<void>

/** Where units are written. */
export interface CommitTargets {
  /** Waits for a row that somebody holds as long as a call may. */
  readonly db: Database
  /** Gives such a row up soon, so that nobody waits for a unit of another call. */
  readonly impatient: Database
}

// Each writes what came while the one before was on its way; more at once would write smaller groups.
const maxFlights = 2
const maxUnits = 64
// After a group has failed.
const lookUpMs = 1_000

interface Waiting {
  readonly work: UnitOfWork
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes what writes units of work. One that comes alone is written at once; those that come while two
 * statements are on their way are written together by the next one, which costs hardly more than one
 * of them. When a group fails for a reason of one row, each unit is written alone and has its own
 * fate.
 */
export function createGroupCommit({ db, impatient }: CommitTargets): Commit {
  const queue: Waiting[] = []
  let flights = 0
  let lookUpUntil = 0

  function startFlights(): void {
    while (flights < maxFlights && queue.length > 0) {
      flights++
      void write(takeGroup(queue)).finally(() => {
        flights--
        startFlights()
      })
    }
  }

  async function write(group: readonly Waiting[]): Promise<void> {
    try {
      const open = performance.now() < lookUpUntil ? await withoutTaken(group, impatient) : group
      await writeTogether(open)
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }

  async function writeTogether(group: readonly Waiting[]): Promise<void> {
    if (group.length === 0) return
    try {
      await commit(
        impatient,
        group.map(({ work }) => work),
      )
      for (const { resolve } of group) resolve()
    } catch (error) {
      if (!isRowFault(error)) throw error
      if (group.length > 1) lookUpUntil = performance.now() + lookUpMs
      // They are no flight any more: whoever waits for a row waits for himself.
      for (const waiting of group) writeAlone(waiting)
    }
  }

  function writeAlone(waiting: Waiting): void {
    if (isLate(waiting)) return
    commitIn(db, waiting.work).then(waiting.resolve, waiting.reject)
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const waiting = { work, resolve, reject }
      if (work.message !== undefined && isLarge(work.message)) writeAlone(waiting)
      else queue.push(waiting)
      startFlights()
    })
}

/** Takes the first units out of the queue that meet in no row; who meets one of them goes later. */
function takeGroup(queue: Waiting[]): Waiting[] {
  const group: Waiting[] = []
  const later: Waiting[] = []
  const rows = new Set<string>()
  while (group.length < maxUnits) {
    const waiting = queue.shift()
    if (waiting === undefined) break
    if (isLate(waiting)) continue
    const own = rowsOf(waiting.work)
    if (own.some((row) => rows.has(row))) later.push(waiting)
    else group.push(waiting)
    for (const row of own) rows.add(row)
  }
  queue.unshift(...later)
  return group
}

/** True for a unit whose caller was answered meanwhile, which is told so: it is not written any more. */
function isLate({ work, reject }: Waiting): boolean {
  if (work.isExpired?.() !== true) return false
  reject(new Error('the time to answer ran out'))
  return true
}

function rowsOf({ claim, instance, license, order }: UnitOfWork): string[] {
  return [
    ...(claim ? [`claim ${claim.claim_key}`] : []),
    ...(instance ? [`instance ${instance.instance_id}`] : []),
    ...(instance ? [`bought ${instance.order_id} ${instance.order_line_id}`] : []),
    ...(license ? [`license ${license.id}`] : []),
    ...(order ? [`order ${order.order_id} ${order.order_line_id}`] : []),
  ]
}

/** The group without those that would certainly meet a conflict, who are told so. */
async function withoutTaken(group: readonly Waiting[], db: Database): Promise<Waiting[]> {
  const taken = await findTaken(
    db,
    group.map(({ work }) => work),
  )
  return group.filter(({ reject }, place) => {
    if (!taken.has(place)) return true
    reject(new VersionConflict('another call was first'))
    return false
  })
}
