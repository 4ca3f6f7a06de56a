import { sumStates, waitingUsage } from '../db/usage/windows.ts'
import { type UsageLimits, listLimits } from '../db/usage/holds.ts'
import { plainAmount } from '../domain/usage/amount.ts'
import { riskDays } from '../domain/usage/window.ts'
import type { ManagementHandler } from './context.ts'

const dayMs = 24 * 60 * 60_000

/** How much usage waits, how old it is, and what holds it up. */
export const getUsageSummary: ManagementHandler<'getUsageSummary'> = async (
  { query: { instanceId } },
  { services: { db, now } },
) => {
  const [firstRisk] = riskDays
  const riskBegin = new Date(now().getTime() - firstRisk * dayMs)
  const states = await sumStates(db, instanceId)
  const { oldest, deadline, atRisk } = await waitingUsage(db, riskBegin, instanceId)
  const limits = await listLimits(db)
  return {
    states: states.map((one) => ({ ...one, value: plainAmount(one.value) })),
    oldestBeginTime: oldest?.toISOString() ?? null,
    nextDeadline: deadline?.toISOString() ?? null,
    atRisk,
    holds: limits.filter((one) => isHeld(one, now())).map((one) => viewHold(one, now())),
  }
}

function isHeld({ paused_until, records_per_call }: UsageLimits, now: Date): boolean {
  return records_per_call !== null || isPaused(paused_until, now)
}

function isPaused(until: Date | null, now: Date): boolean {
  return until !== null && until > now
}

function viewHold(
  { site, signer, paused_until, reason, records_per_call }: UsageLimits,
  now: Date,
) {
  const until = isPaused(paused_until, now) ? paused_until : null
  return {
    site,
    address: signer === '' ? null : signer,
    until: until?.toISOString() ?? null,
    reason: until === null ? null : reason,
    recordsPerCall: records_per_call,
  }
}
