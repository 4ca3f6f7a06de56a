import { type AlarmChange, clearAlarm, raiseAlarm } from '../../calls/alarms.ts'
import { announce } from '../../calls/announce.ts'
import { persistIn } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import type { Database } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { ClaimedBatch } from '../../db/usage/claim-batch.ts'
import { type UsageLimits, findLimits, keepLimits } from '../../db/usage/holds.ts'
import {
  type DecidedWindow,
  absolve,
  parkDoubted,
  settleWindows,
} from '../../db/usage/settle-batch.ts'
import { toStorable } from '../../domain/storable-text.ts'
import { subjectOf } from '../../domain/subject.ts'
import { type Settlement, judgePush } from '../../domain/usage/judge-push.ts'
import type { WindowFate } from '../../domain/usage/window-fate.ts'
import type { PushOutcome } from '../../domain/usage/push.ts'
import { type Streak, brakeAfter, nextStreak, noStreak } from '../../domain/usage/streak.ts'
import { toldUsage } from '../../events/told-usage.ts'
import type { Told } from '../../events/told.ts'
import { backOffMs } from '../back-off.ts'
import { holdFor } from './hold.ts'
import { type EndedWindow, endedAlarms } from './usage-alarms.ts'

/** A half of a push that was split. */
export interface Half {
  readonly part: string
  readonly meteringSns: readonly string[]
}

/**
 * Writes what a push came to, all of it in one commit. Returns the halves that are to be pushed next.
 *
 * @param isTrusted whether something else of the same address has just been taken.
 */
export async function settlePush(
  batch: ClaimedBatch,
  outcome: PushOutcome,
  services: Services,
  isTrusted = false,
): Promise<readonly Half[]> {
  const now = services.now()
  const settlement = judgePush(batch.windows, outcome, {
    now,
    again: (attempts) => new Date(now.getTime() + (backOffMs(Math.min(attempts, 20)) ?? 0)),
    newPart: newId,
    isTrusted,
  })
  const changes = await inTransaction(services.db, (transaction) =>
    write(transaction, { batch, outcome, settlement, now }, services),
  )
  announce(changes, services)
  return settlement.batch === 'split' ? halvesOf(settlement.fates) : []
}

interface Settling {
  readonly batch: ClaimedBatch
  readonly outcome: PushOutcome
  readonly settlement: Settlement
  readonly now: Date
}

interface SettledChanges {
  readonly told: readonly Told[]
  readonly alarms: readonly AlarmChange[]
}

async function write(
  transaction: Database,
  settling: Settling,
  services: Services,
): Promise<SettledChanges> {
  const { batch, outcome, settlement, now } = settling
  const end = {
    ...{ id: batch.id, state: settlement.batch, answered_at: now, http: outcome.status ?? null },
    ...{ code: cut(outcome.code, 64), message: cut(outcome.message, 512) },
  }
  const fates = settlement.fates.map((one) => ({
    ...one,
    code: one.code && cut(one.code, 64),
    reason: one.reason && cut(one.reason, 512),
  }))
  const settled = await settleWindows(transaction, end, fates)
  const others = await keepStanding(transaction, settling)
  const ended = [
    ...endedOf(
      batch,
      fates.filter(({ meteringSn }) => settled.has(meteringSn)),
    ),
    ...others.parked.map((window) => ({ window, state: 'parked' as const })),
  ]
  const changes = {
    told: [
      ...toldUsage('usage.parked', storiesOf(ended, 'parked'), now),
      ...toldUsage('usage.expired', storiesOf(ended, 'expired'), now),
    ],
    alarms: [...others.alarms, ...endedAlarms(ended), ...foreignAlarm(settling)],
  }
  if (changes.told.length + changes.alarms.length > 0) {
    await persistIn(transaction, changes, services)
  }
  return changes
}

function cut(text: string, most: number): string {
  return toStorable(text).slice(0, most).toWellFormed()
}

function endedOf(
  { site, signer, windows }: ClaimedBatch,
  fates: readonly WindowFate[],
): EndedWindow[] {
  const byId = new Map(windows.map((window) => [window.meteringSn, window]))
  return fates.flatMap(({ meteringSn, state, code, reason }) => {
    const window = byId.get(meteringSn)
    if (window === undefined || (state !== 'parked' && state !== 'expired')) return []
    return [{ window: { ...window, site, signer, code, reason }, state }]
  })
}

function storiesOf(ended: readonly EndedWindow[], state: EndedWindow['state']): DecidedWindow[] {
  return ended.flatMap((one) => (one.state === state ? [one.window] : []))
}

function foreignAlarm({ batch, settlement }: Settling): AlarmChange[] {
  if (!settlement.isForeign) return []
  const text = `the store named usage records that were not sent, or not which of them it means, in its answer to push ${batch.id}; all of that push are sent again`
  return [raiseAlarm('usage.answer', subjectOf('site', batch.site), text)]
}

interface Standing {
  readonly alarms: readonly AlarmChange[]
  /** What the answer has decided beside its own windows. */
  readonly parked: readonly DecidedWindow[]
}

/** Keeps how the site and the address take pushes now. */
async function keepStanding(transaction: Database, settling: Settling): Promise<Standing> {
  const { batch, outcome, settlement, now } = settling
  const { site, signer } = batch
  const limits = await findLimits(transaction, site, signer)
  const limitsOf = (name: string) => limits.find((one) => one.signer === name)
  const answer = {
    isTaken: outcome.ok && !settlement.isForeign,
    refusedAlone: settlement.refusedAlone,
  }
  const before = streakOf(limitsOf(signer))
  const streak = nextStreak(before, answer, now)
  const isBrake = streak.count >= brakeAfter
  const own = { site, signer, now }
  // Due with the next try, and behind all others of the address.
  const again = new Date(
    now.getTime() + (holdFor('brake', limitsOf(signer)?.failures ?? 0)?.ms ?? 0),
  )
  if (isBrake) await absolve(transaction, own, { ...streak, again })
  if (streak !== before && streak.count + before.count > 0) {
    await keepLimits(transaction, { site, signer, ...columnsOf(isBrake ? noStreak : streak) })
  }
  if (settlement.fault === 'too-many') await takeFewer(transaction, settling, limitsOf(''))
  const hasEnded = before.count > 0 && streak.code !== before.code
  const parked = hasEnded ? await parkDoubted(transaction, own, streak.code) : []
  if (answer.isTaken) return { parked, alarms: await resume(transaction, batch, limits) }
  const fault = isBrake ? 'brake' : settlement.fault
  return { parked, alarms: await holdUp(transaction, settling, { fault, limitsOf }) }
}

function streakOf(limits: UsageLimits | undefined): Streak {
  if (limits === undefined) return noStreak
  return { code: limits.streak_code, count: limits.streak, since: limits.streak_since }
}

function columnsOf({ code, count, since }: Streak) {
  return { streak: count, streak_code: code, streak_since: since }
}

const fewest = 100

async function takeFewer(
  transaction: Database,
  { batch }: Settling,
  limits: UsageLimits | undefined,
): Promise<void> {
  const half = Math.max(fewest, Math.floor(batch.windows.length / 2))
  const most = Math.min(half, limits?.records_per_call ?? half)
  await keepLimits(transaction, { site: batch.site, signer: '', records_per_call: most })
}

async function resume(
  transaction: Database,
  { site }: ClaimedBatch,
  limits: readonly UsageLimits[],
): Promise<AlarmChange[]> {
  const failed = limits.filter(({ failures }) => failures > 0)
  for (const { signer } of failed) {
    const nothing = { failures: 0, paused_until: null, reason: null }
    await keepLimits(transaction, { site, signer, ...nothing })
  }
  return failed.map(({ signer }) => clearAlarm('usage.held_up', holdSubject(site, signer)))
}

function holdSubject(site: string, signer: string): string {
  return signer === '' ? subjectOf('site', site) : subjectOf('address', signer)
}

interface HoldContext {
  readonly fault: Parameters<typeof holdFor>[0]
  readonly limitsOf: (name: string) => UsageLimits | undefined
}

async function holdUp(
  transaction: Database,
  { batch, outcome, now }: Settling,
  { fault, limitsOf }: HoldContext,
): Promise<AlarmChange[]> {
  const { site, signer } = batch
  const isOfSigner = fault === 'key' || fault === 'brake'
  const name = isOfSigner ? signer : ''
  const failures = limitsOf(name)?.failures ?? 0
  const hold = holdFor(fault, failures, outcome.ok ? undefined : outcome.pauseMs)
  if (hold === undefined) return []
  const reason = cut(`${outcome.code}: ${outcome.message}`, 512)
  const paused_until = new Date(now.getTime() + hold.ms)
  await keepLimits(transaction, {
    site,
    signer: name,
    paused_until,
    reason,
    failures: failures + 1,
  })
  if (!hold.isOurs) return []
  const text = `pushes of usage wait, since the store refuses our account, key or form: ${reason}`
  return [raiseAlarm('usage.held_up', holdSubject(site, name), text)]
}

function halvesOf(fates: readonly WindowFate[]): Half[] {
  return [...Map.groupBy(fates, ({ part }) => part)].flatMap(([part, own]) =>
    part === null ? [] : [{ part, meteringSns: own.map(({ meteringSn }) => meteringSn) }],
  )
}
