import { logAlarms } from '../calls/alarms.ts'
import { pruneAlarms } from '../db/alarm/alarms.ts'
import { pruneTurns } from '../db/rerun/turns.ts'
import { pruneTopics } from '../db/event/prune-topics.ts'
import { pruneKeys } from '../db/idempotency/idempotency-keys.ts'
import { completeOldSales } from './complete-old-sales.ts'
import { pruneCodeUses } from '../db/license-code/clients.ts'
import { pruneStrangeCodes } from '../db/license-code/codes.ts'
import { pruneJobs } from '../db/job/jobs.ts'
import { pruneUnverified } from '../db/message/messages.ts'
import { pruneConsoleSessions } from '../db/console-session/console-sessions.ts'
import { type DeleteBatch, deleteInBatches } from '../db/retention.ts'
import { ensurePartitions } from '../db/partitions.ts'
import { dayOf } from '../domain/standing/beijing-calendar.ts'
import { ensureWeeks } from '../db/usage/weeks.ts'
import { forgetNonces } from '../db/nonce/nonces.ts'
import { pruneLogins } from '../db/sso/logins.ts'
import { pruneCodes, pruneSessions } from '../db/sso/sessions.ts'
import type { Services } from '../calls/services.ts'
import type { Noted } from '../calls/noted.ts'
import type { RecurringJob } from './recurring.ts'
import { timesAhead } from './times-ahead.ts'
import { endEndpointAlarms } from './webhooks/end-alarms.ts'

const everySecond = 1_000
const everyMinute = 60_000
const everyHour = 60 * everyMinute
// A timestamp is accepted for 60 s either way: an older nonce can never be replayed.
const nonceLifeMs = 3 * everyMinute
const maxUnverified = 1_000
// Longer than the page of the auth centre is looked at.
const loginUnderWayMs = 5 * everyMinute
// Attempts end after a week. Jobs for which there are no credentials wait longer.
const jobLifeMs = 30 * 24 * everyHour

// Longer than any clock is ahead that numbers them by mistake.
const topicLifeMs = 30 * 24 * everyHour
const clearedAlarmLifeMs = 90 * 24 * everyHour
const rerunMessageLifeMs = 90 * 24 * everyHour
const codeUseLifeMs = 90 * 24 * everyHour

/** What keeps the tables small, and the times at which keys were used. */
export function housekeeping(
  services: Services,
  { keyUsage, standing }: Noted,
): readonly RecurringJob[] {
  const { db, now, limits, log } = services
  const everyMs = limits.tidyEveryMs
  const ago = (ms: number) => new Date(now().getTime() - ms)
  return [
    { name: 'save-key-usage', everyMs: everySecond, atStop: true, run: () => keyUsage.save(db) },
    { name: 'save-standing', everyMs: everySecond, atStop: true, run: () => standing.save(db) },
    { name: 'forget-nonces', everyMs, run: () => forgetNonces(db, ago(nonceLifeMs)) },
    { name: 'prune-unverified', everyMs, run: () => pruneUnverified(db, maxUnverified) },
    // Of those that a process left behind when it ended.
    { name: 'log-alarms', everyMs, run: () => logAlarms(services) },
    {
      name: 'prune-alarms',
      everyMs: everyHour,
      run: () => pruneAlarms(db, ago(clearedAlarmLifeMs)),
    },
    {
      name: 'prune-idempotency-keys',
      everyMs: everyHour,
      run: () => pruneKeys(db, ago(24 * everyHour)),
    },
    {
      name: 'prune-code-uses',
      everyMs: everyHour,
      async run(stopping) {
        const before = ago(codeUseLifeMs)
        await deleteInBatches((limit) => pruneCodeUses(db, dayOf(before), limit), stopping)
        await deleteInBatches((limit) => pruneStrangeCodes(db, before, limit), stopping)
      },
    },
    pruning('prune-rerun-messages', (limit) => pruneTurns(db, ago(rerunMessageLifeMs), limit)),
    pruning('prune-event-topics', (limit) => pruneTopics(db, ago(topicLifeMs), limit)),
    {
      name: 'complete-old-sales',
      everyMs,
      run: (stopping) => completeOldSales(services, stopping),
    },
    {
      name: 'make-partitions',
      everyMs,
      async run() {
        await ensurePartitions(db, now())
        await ensureWeeks(db, now())
      },
    },
    timesAhead(services),
    endEndpointAlarms(services),
    {
      name: 'prune-sso-logins',
      everyMs,
      run: () =>
        pruneLogins(db, {
          before: ago(limits.ssoLoginMs),
          underWay: ago(Math.min(limits.ssoLoginMs, loginUnderWayMs)),
          most: limits.ssoLogins,
        }),
    },
    {
      name: 'prune-sso-sessions',
      everyMs: everyHour,
      async run(stopping) {
        await pruneCodes(db, now())
        await deleteInBatches((limit) => pruneSessions(db, now(), limit), stopping)
      },
    },
    pruning('prune-console-sessions', (limit) => pruneConsoleSessions(db, now(), limit)),
    {
      name: 'prune-jobs',
      everyMs: everyHour,
      async run() {
        const pruned = await pruneJobs(db, ago(jobLifeMs))
        if (pruned > 0) log.warn({ pruned }, 'jobs of more than 30 days ago are dropped')
      },
    },
  ]
}

function pruning(name: string, prune: DeleteBatch): RecurringJob {
  return {
    name,
    everyMs: everyHour,
    async run(stopping) {
      await deleteInBatches(prune, stopping)
    },
  }
}
