import { dayMs, dayOf } from '../standing/beijing-calendar.ts'
import type { ActiveCodeStatus, License } from './license.ts'

/** What the store says of a code: of one that was activated, and of one that was not. */
export type CodeStatus = ActiveCodeStatus | 'not_activated' | 'unknown'

/** What the store said of a code, and when. */
export interface CodeCheck {
  readonly status: CodeStatus
  readonly expireTime: Date | null
  readonly askedAt: Date
}

/** What is known of a code here. */
export interface KnownCode {
  /** The last check; undefined for a code that was never checked with success. */
  readonly check: CodeCheck | undefined
  /** What the store has told of it by calls; undefined for one that it does not know. */
  readonly license: License | undefined
}

/**
 * Whether the store is to be asked: at the first use of a day; and again where it may say something better,
 * or something was told, or an expiry has passed since.
 */
export function isCheckDue({ check, license }: KnownCode, now: Date): boolean {
  if (check === undefined || check.status !== 'alive') return true
  const isOfToday = dayOf(check.askedAt) === dayOf(now)
  const hasChanged = license !== undefined && license.updatedAt > check.askedAt
  return !isOfToday || hasChanged || hasPassed(check.expireTime, check.askedAt, now)
}

/** Whether a code may be used, as far as it is known. */
export interface CodeVerdict {
  readonly status: CodeStatus | 'frozen' | 'unchecked'
  readonly usable: boolean
  readonly expireTime: Date | null
}

/** What the last check allows, for so many days after it; what the store has told since counts too. */
export function codeVerdict(known: KnownCode, keptDays: number, now: Date): CodeVerdict {
  const { check } = known
  if (check === undefined) return { status: 'unchecked', usable: false, expireTime: null }
  const isKept = now.getTime() - check.askedAt.getTime() <= keptDays * dayMs
  const { status, expireTime } = presentState(check, known.license, now)
  return { status, expireTime, usable: status === 'alive' && isKept }
}

function presentState(check: CodeCheck, license: License | undefined, now: Date) {
  const told = license !== undefined && license.updatedAt > check.askedAt ? license : undefined
  const expireTime = told?.expireTime ?? check.expireTime
  return { status: presentStatus(check, told, { expireTime, now }), expireTime }
}

function presentStatus(
  { status, askedAt }: CodeCheck,
  told: License | undefined,
  { expireTime, now }: { readonly expireTime: Date | null; readonly now: Date },
): CodeVerdict['status'] {
  if (told?.phase === 'released') return 'released'
  if (told?.frozen === true) return 'frozen'
  const isRenewed = told !== undefined && told.expireTime !== null && told.expireTime > now
  if (status === 'expired' && isRenewed) return 'alive'
  return status === 'alive' && hasPassed(expireTime, askedAt, now) ? 'expired' : status
}

// What was alive in spite of its expiry is in its grace period, as the store says.
function hasPassed(expireTime: Date | null, askedAt: Date, now: Date): boolean {
  return expireTime !== null && expireTime > askedAt && expireTime <= now
}

/** True for the states of a code that was activated. */
export function isActivated(status: CodeStatus): status is ActiveCodeStatus {
  return status !== 'not_activated' && status !== 'unknown'
}

/** What a change of a code tells beside what the store calls about. */
export interface CodeChange {
  readonly activatedAt?: Date | undefined
  readonly status?: ActiveCodeStatus | undefined
  readonly expireTime?: Date | null | undefined
  /** Of the order that bought it. */
  readonly orderId?: string | null | undefined
  readonly productId?: string | null | undefined
}

/** A code with what the store answered of it, in its next version; the same one where nothing is new. */
export function withCodeAnswer(license: License, answer: CodeChange, now: Date): License {
  const changed = {
    activatedAt: license.activatedAt ?? answer.activatedAt ?? null,
    codeStatus: answer.status ?? license.codeStatus,
    expireTime: answer.expireTime ?? license.expireTime,
    orderId: license.orderId ?? answer.orderId ?? null,
    productId: license.productId ?? answer.productId ?? null,
  }
  if (license.version > 0 && isSame(license, changed)) return license
  return { ...license, ...changed, version: license.version + 1, updatedAt: now }
}

type Answered = Pick<License, 'activatedAt' | 'codeStatus' | 'expireTime' | 'orderId' | 'productId'>

function isSame(license: License, changed: Answered): boolean {
  return (
    license.activatedAt?.getTime() === changed.activatedAt?.getTime() &&
    license.codeStatus === changed.codeStatus &&
    license.expireTime?.getTime() === changed.expireTime?.getTime() &&
    license.orderId === changed.orderId &&
    license.productId === changed.productId
  )
}
