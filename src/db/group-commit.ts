import { type Committed, VersionConflict, commit, commitIn, isRowFault } from './commit.ts'
import type { Database } from './database.ts'
import { createGroupQueue } from './group-queue.ts'
import type { KnownLayouts } from './binary/row-layouts.ts'
import { findTaken } from './taken-claims.ts'
import { type Waiting, isLate, late, takeGroup } from './take-group.ts'
import { type UnitOfWork, isLarge } from './unit-of-work.ts'

/** Writes a unit of work, whole or not at all. Throws NonceSeenError or VersionConflict. */
export type Commit = (work: UnitOfWork) => Promise<Committed>

/** Where units are written. */
export interface CommitTargets {
  /** Waits for a row that somebody holds as long as a call may. */
  readonly db: Database
  /** Gives such a row up soon, so that nobody waits for a unit of another call. */
  readonly groups: Database
  /** With them rows go in binary form. */
  readonly layouts?: KnownLayouts | undefined
}

// After a group has failed.
const lookUpMs = 1_000

/**
 * Makes what writes units of work. Those that come in one turn of the event loop are written by one
 * statement, and so are those that come while it is on its way, which costs hardly more than one of
 * them. When a group fails for a reason of one row, each unit is written alone and has its own fate.
 */
export function createGroupCommit({ db, groups, layouts }: CommitTargets): Commit {
  let lookUpUntil = 0
  const add = createGroupQueue(writeGroup)

  // The group is taken once its connection is there: while one was waited for, calls ran out of time.
  async function writeGroup(queue: Waiting[]): Promise<void> {
    let group = queue
    try {
      await groups.connection().execute(async (connection) => {
        group = takeGroup(queue)
        const isToLookUp = performance.now() < lookUpUntil
        await writeTogether(isToLookUp ? await withoutTaken(group, connection) : group, connection)
      })
    } catch (error) {
      for (const { reject } of group.splice(0)) reject(error)
    }
  }

  async function writeTogether(group: readonly Waiting[], connection: Database): Promise<void> {
    if (group.length === 0) return
    try {
      const committed = await commit(
        connection,
        group.map(({ work }) => work),
        layouts,
      )
      for (const { resolve } of group) resolve(committed)
    } catch (error) {
      if (!isRowFault(error)) throw error
      if (group.length > 1) lookUpUntil = performance.now() + lookUpMs
      // Not awaited: whoever waits for a row waits for himself.
      for (const waiting of group) writeAlone(waiting)
    }
  }

  function writeAlone(waiting: Waiting): void {
    const write = (connection: Database) =>
      isLate(waiting) ? Promise.reject(late()) : commitIn(connection, waiting.work)
    db.connection().execute(write).then(waiting.resolve, waiting.reject)
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const waiting = { work, resolve, reject }
      if (work.message !== undefined && isLarge(work.message)) writeAlone(waiting)
      else add(waiting)
    })
}

/** The group without those that would certainly meet a conflict, or are late by now; they are told so. */
async function withoutTaken(group: readonly Waiting[], db: Database): Promise<Waiting[]> {
  const taken = await findTaken(
    db,
    group.map(({ work }) => work),
  )
  return group.filter((waiting, index) => {
    if (taken.has(index)) waiting.reject(new VersionConflict('another call was first'))
    else if (isLate(waiting)) waiting.reject(late())
    else return true
    return false
  })
}
