import type { Vault } from '../../crypto/vault.ts'
import type { Meter } from '../../domain/usage/meter.ts'
import type { Database, OpenDatabase } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { createGroupIntake } from './group-intake.ts'
import { findMeters } from './meters.ts'
import { type TakenRecord, type UsageRecord, isOvertaken, takeRecords } from './take-records.ts'

/** What became of records, in their order. */
export type TakenRecords = readonly TakenRecord[]

/** How records are taken. */
export interface TakeOptions {
  /** What they were judged by. */
  readonly meters: readonly Meter[]
  /** Whose token it was. */
  readonly tokenId: string
  readonly now: Date
  /** Writes what belongs into the same commit. */
  readonly withIt?: (transaction: Database, taken: TakenRecords) => Promise<void>
}

/** Where usage is taken. */
export interface UsageLedger {
  /** What is known of instances, by id; what was read before is as it was then. */
  readonly metersOf: (instanceIds: readonly string[]) => Promise<ReadonlyMap<string, Meter>>
  /** Forgets what was read of instances. */
  readonly forget: (instanceIds: readonly string[]) => void
  /**
   * Takes records, all of them or none. Undefined where an instance has changed since it was read: judge
   * them anew.
   */
  readonly take: (
    records: readonly UsageRecord[],
    options: TakeOptions,
  ) => Promise<TakenRecords | undefined>
}

// Some megabytes.
const mostMeters = 20_000
const attempts = 20

/**
 * Opens a ledger. It remembers what it knows of instances, since their plans are encrypted; whether that
 * still holds is asked in the statement that takes their usage.
 */
export function createUsageLedger(
  { usage: db, usageGroups }: Pick<OpenDatabase, 'usage' | 'usageGroups'>,
  vault: Vault,
): UsageLedger {
  const takeTogether = createGroupIntake(usageGroups)
  const known = new Map<string, Meter>()
  const remember = (meter: Meter) => {
    known.set(meter.instanceId, meter)
    const [oldest] = known.keys()
    if (known.size > mostMeters && oldest !== undefined) known.delete(oldest)
  }
  const forget = (ids: readonly string[]) => {
    for (const id of ids) known.delete(id)
  }
  return {
    async metersOf(instanceIds) {
      const found = new Map<string, Meter>()
      for (const id of instanceIds) {
        const meter = known.get(id)
        if (meter !== undefined) found.set(id, meter)
      }
      const missing = instanceIds.filter((id) => !found.has(id))
      const read = missing.length === 0 ? [] : await findMeters(db, vault, missing)
      for (const meter of read) {
        found.set(meter.instanceId, meter)
        remember(meter)
      }
      return found
    },
    forget,
    async take(records, options) {
      const { meters: judged, tokenId, now, withIt } = options
      const together =
        withIt === undefined && (await takeTogether(records, { judged, tokenId, now }))
      if (together) return together
      const taking = await undisturbed(() => takeOnce(db, records, options))
      if (taking.changed === undefined) return taking.taken
      forget(taking.changed)
      return undefined
    },
  }
}

function takeOnce(db: Database, records: readonly UsageRecord[], options: TakeOptions) {
  const { meters: judged, tokenId, now, withIt } = options
  if (withIt === undefined) return takeRecords(db, records, { judged, tokenId, now })
  return inTransaction(db, async (transaction) => {
    const taking = await takeRecords(transaction, records, { judged, tokenId, now })
    if (taking.changed === undefined) await withIt(transaction, taking.taken)
    return taking
  })
}

async function undisturbed<Result>(take: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await take()
    } catch (error) {
      if (attempt === attempts || !isOvertaken(error)) throw error
    }
  }
}
