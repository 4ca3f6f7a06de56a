import type { Logger } from 'pino'
import type { Services } from '../calls/services.ts'
import { pruneAudit } from '../db/audit/audit-entries.ts'
import type { Database } from '../db/database.ts'
import { pruneFeed } from '../db/event/prune-feed.ts'
import { pruneMessages } from '../db/message/messages.ts'
import { pruneReruns } from '../db/rerun/reruns.ts'
import { pruneOutboundCalls } from '../db/outbound/outbound-calls.ts'
import { pruneAttempts } from '../db/webhook/attempts.ts'
import { pruneGivenUp } from '../db/webhook/deliveries.ts'
import { pruneBatches, pruneRecordKeys, pruneRecords, pruneWindows } from '../db/usage/prune.ts'
import { dropWeeks } from '../db/usage/weeks.ts'
import { type PartitionedTable, dropPartitions, keptFrom } from '../db/partitions.ts'
import { deleteInBatches } from '../db/retention.ts'
import type { RecurringJob } from './recurring.ts'
import { releaseStopped } from './webhooks/stopped-endpoints.ts'

/** For how many days something is kept; `off` for good. */
export interface Keep {
  readonly messages: Days
  readonly audit: Days
  /** The feed; the history of an instance is kept for good. */
  readonly events: Days
  /** Attempts of deliveries to the seller's endpoints, and what was given up. */
  readonly webhookAttempts: Days
  /** Usage that came to an end, its records and pushes; a month at least, since ids come again so long. */
  readonly usage: Days
  /** Calls to the stores. */
  readonly outboundCalls: Days
}

type Days = number | 'off'

const dayMs = 24 * 60 * 60_000
const everyHour = 60 * 60_000

/** Something that is kept for a time. */
interface Kept {
  readonly name: string
  readonly days: Days
  /** Its table, where that is kept by month on a server: months that are over go as a whole. */
  readonly months?: PartitionedTable
  /** What goes before its rows do; returns the names of tables that went as a whole. */
  readonly dropFirst?: (db: Database, before: Date) => Promise<string[]>
  /** Rows of other tables go with each of its rows, so its months have to be empty before they go. */
  readonly isEmptiedFirst?: boolean
  readonly prune: (db: Database, before: Date, limit: number) => Promise<number>
}

/** Drops what was kept long enough. Every replica does it; what another has dropped is not there. */
export function retention(keep: Keep, services: Services): readonly RecurringJob[] {
  const ofSettings = services.webhooks.endpoints.map(({ id }) => id)
  const all: readonly Kept[] = [
    { name: 'prune-messages', days: keep.messages, months: 'messages', prune: pruneMessages },
    {
      ...{ name: 'prune-audit', days: keep.audit, months: 'audit', prune: pruneAudit },
      isEmptiedFirst: true,
    },
    {
      ...{ name: 'prune-events', days: keep.events },
      async prune(db, before) {
        await releaseStopped(before, services)
        return pruneFeed(db, { before, ofSettings })
      },
    },
    { name: 'prune-webhook-attempts', days: keep.webhookAttempts, prune: pruneAttempts },
    { name: 'prune-webhook-given-up', days: keep.webhookAttempts, prune: pruneGivenUp },
    { name: 'prune-message-reruns', days: keep.audit, prune: pruneReruns },
    ...ofUsage(keep.usage),
    {
      ...{ name: 'prune-outbound-calls', days: keep.outboundCalls },
      ...{ months: 'outbound_calls', prune: pruneOutboundCalls },
    },
  ]
  return all.flatMap((kept) => (kept.days === 'off' ? [] : [pruneJob(kept, kept.days, services)]))
}

const fewestUsageDays = 35

function ofUsage(given: Days): readonly Kept[] {
  const days = given === 'off' ? given : Math.max(given, fewestUsageDays)
  return [
    { name: 'prune-usage', days, prune: pruneWindows },
    { name: 'prune-usage-pushes', days, prune: pruneBatches },
    { name: 'prune-usage-records', days, prune: pruneRecords, dropFirst: dropWeeks },
    { name: 'prune-usage-ids', days, prune: pruneRecordKeys },
  ]
}

function pruneJob(kept: Kept, days: number, { db, now, log }: Services): RecurringJob {
  const { name, months, isEmptiedFirst = false, prune, dropFirst } = kept
  const dropMonths = (before: Date) =>
    months === undefined
      ? (dropFirst?.(db, before) ?? Promise.resolve([]))
      : dropPartitions(db, months, before)
  return {
    name,
    everyMs: everyHour,
    async run(stopping) {
      const ago = new Date(now().getTime() - days * dayMs)
      const before = months === undefined ? ago : await keptFrom(db, months, ago)
      const first = isEmptiedFirst ? [] : await dropMonths(before)
      const deleted = await deleteInBatches((limit) => prune(db, before, limit), stopping)
      const last = isEmptiedFirst && stopping?.aborted !== true ? await dropMonths(before) : []
      tell({ name, days, deleted, dropped: [...first, ...last] }, log)
    },
  }
}

interface Pruned {
  readonly name: string
  readonly days: number
  readonly deleted: number
  readonly dropped: readonly string[]
}

function tell({ name, days, deleted, dropped }: Pruned, log: Logger): void {
  if (deleted === 0 && dropped.length === 0) return
  log.info({ job: name, days, deleted, dropped }, 'what was kept long enough is gone')
}
