import { isRowFault } from '../commit.ts'
import type { Database } from '../database.ts'
import { createGroupQueue } from '../group-queue.ts'
import { findKnown, placedIn, takeNew } from './take-new.ts'
import type { JudgedVersion, TakenRecord, TakingContext, UsageRecord } from './take-records.ts'

/** What became of the records of a request; undefined where they are to be taken alone. */
export type TakeTogether = (
  records: readonly UsageRecord[],
  context: TakingContext,
) => Promise<readonly TakenRecord[] | undefined>

interface Waiting {
  readonly records: readonly UsageRecord[]
  readonly context: TakingContext
  readonly resolve: (taken: readonly TakenRecord[] | undefined) => void
  readonly reject: (error: unknown) => void
}

const mostRecords = 1_000
// One is written while the next one is read.
const mostFlights = 2
// After a group has failed.
const lookUpMs = 1_000

/**
 * Makes what takes the records of requests that come at one time by one statement, which costs a third
 * less than one for each. Nobody waits for others: who comes first goes at once. Where not all of a group
 * is new, each request goes alone and has its own fate; and for a second who brings what is known is
 * looked up before, so that repeats do not undo group after group.
 */
export function createGroupIntake(db: Database): TakeTogether {
  let lookUpUntil = 0
  const add = createGroupQueue<Waiting>((queue) => write(takeGroup(queue)), mostFlights)

  async function write(group: readonly Waiting[]): Promise<void> {
    try {
      const isToLookUp = performance.now() < lookUpUntil
      await writeTogether(isToLookUp ? await withoutKnown(group, db) : group)
    } catch (error) {
      const isOfRow = isRowFault(error)
      if (isOfRow) lookUpUntil = performance.now() + lookUpMs
      for (const { resolve, reject } of group) {
        if (isOfRow) resolve(undefined)
        else reject(error)
      }
    }
  }

  async function writeTogether(group: readonly Waiting[]): Promise<void> {
    const [first] = group
    if (first === undefined) return
    const judged = judgedOf(group)
    const records = group.flatMap((one) => one.records)
    const shared = judged && (await takeNew(db, records, { ...first.context, judged }))
    for (const { records: own, resolve } of group) {
      resolve(shared && own.map(({ sn }) => shared.get(sn) ?? placedIn(sn, false)))
    }
  }

  return (records, context) =>
    new Promise((resolve, reject) => {
      add({ records, context, resolve, reject })
    })
}

/** Takes the first requests of one token out of the queue, as many as one statement is for. */
function takeGroup(queue: Waiting[]): Waiting[] {
  const [first] = queue
  let records = 0
  const end = queue.findIndex((one) => {
    records += one.records.length
    const isOther = one.context.tokenId !== first?.context.tokenId
    return one !== first && (isOther || records > mostRecords)
  })
  return queue.splice(0, end === -1 ? queue.length : end)
}

/** Each instance once; undefined where requests have judged by different versions of one. */
function judgedOf(group: readonly Waiting[]): JudgedVersion[] | undefined {
  const byId = new Map<string, JudgedVersion>()
  for (const one of group.flatMap(({ context }) => context.judged)) {
    if ((byId.get(one.instanceId)?.version ?? one.version) !== one.version) return undefined
    byId.set(one.instanceId, one)
  }
  return [...byId.values()]
}

/** The group without the requests that bring what is known. */
async function withoutKnown(group: readonly Waiting[], db: Database): Promise<Waiting[]> {
  const places = group.flatMap((one) => one.records.map(() => one))
  const known = await findKnown(
    db,
    group.flatMap(({ records }) => records),
  )
  const repeating = new Set([...known].map((place) => places[place]))
  for (const one of repeating) one?.resolve(undefined)
  return group.filter((one) => !repeating.has(one))
}
