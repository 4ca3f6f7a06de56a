import { type CallFault, faultOf, isInternalError } from './call-code.ts'
import { matcher } from './match-rejected.ts'
import type { PushOutcome, RejectedUsage } from './push.ts'
import { recordCode } from './record-code.ts'
import {
  type JudgeContext,
  type PushedWindow,
  type WindowFate,
  fate,
  halved,
  isStuck,
  unsure,
} from './window-fate.ts'

/** What a push comes to. */
export interface Settlement {
  readonly batch: 'answered' | 'uncertain' | 'split'
  readonly fates: readonly WindowFate[]
  /** What the call failed for; undefined where it did not. */
  readonly fault: CallFault | undefined
  /** It was alone, and the call was refused with this code. */
  readonly refusedAlone: string | undefined
  /** The store named records that were not sent, or did not say which it means. */
  readonly isForeign: boolean
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const youngMs = 24 * hourMs
const holdMs = 10 * minuteMs
// What is refused for the state of its instance is asked again at once when that changes here.
const stateHoldMs = 6 * hourMs
const doubtMs = minuteMs

/** Judges the answer to a push: what becomes of each of its windows. */
export function judgePush(
  windows: readonly PushedWindow[],
  outcome: PushOutcome,
  context: JudgeContext,
): Settlement {
  if (!outcome.ok) return ofFailure(windows, outcome, context)
  const sent = outcome.uncertain
    ? windows.map((window) => ({ ...window, uncertain: true }))
    : windows
  return ofSuccess(sent, outcome.rejected, context)
}

function ofSuccess(
  windows: readonly PushedWindow[],
  rejected: readonly RejectedUsage[],
  context: JudgeContext,
): Settlement {
  const settled = { fault: undefined, refusedAlone: undefined }
  const matchOf = matcher(windows)
  const matched = rejected.map((one) => ({ one, found: matchOf(one) }))
  if (matched.some(({ found }) => found.length === 0)) {
    return { ...settled, batch: 'uncertain', fates: unmatched(windows, context), isForeign: true }
  }
  // Alone, each will be told apart: what was taken is a duplicate then.
  if (matched.some(({ found }) => found.length > 1)) {
    const unsettled = windows.map((window) => ({ ...window, uncertain: true }))
    return { ...settled, batch: 'split', fates: halved(unsettled, context), isForeign: true }
  }
  const byWindow = new Map(matched.map(({ one, found: [window] }) => [window?.meteringSn, one]))
  const fates = windows.map((window) => {
    const own = byWindow.get(window.meteringSn)
    return own === undefined ? fate(window, 'taken') : ofRecord(window, own, context)
  })
  return { ...settled, batch: 'answered', fates, isForeign: false }
}

function ofRecord(
  window: PushedWindow,
  { code, message }: RejectedUsage,
  { now }: JudgeContext,
): WindowFate {
  const { kind, meaning } = recordCode(code)
  const told = { code: code ?? 'refused', reason: message ? `${meaning} (${message})` : meaning }
  const held = (ms: number) =>
    heldOrParked(window, { ...told, nextAt: new Date(now.getTime() + ms) })
  if (kind === 'duplicate' && window.uncertain) {
    return fate(window, 'taken', { ...told, reason: 'an attempt without an answer had been taken' })
  }
  if (kind === 'unknown-instance' && isYoung(window, now)) return held(holdMs)
  if (kind === 'state' && window.isFrozen) return held(stateHoldMs)
  return fate(window, kind === 'expired' ? 'expired' : 'parked', told)
}

const unmatchedCode = 'unmatched'

/**
 * What an answer that names records of nobody leaves: nobody knows what was taken, so all of it is sent
 * again. What is answered so again and again is sent in halves, a later one each, until what is to blame is
 * alone and waits for an operator: the store would hear it to the end of its 21 days.
 */
function unmatched(windows: readonly PushedWindow[], context: JudgeContext): WindowFate[] {
  const reason = 'the store named records that were not sent'
  const sent = windows.map((window) => ({ ...window, uncertain: true }))
  const again = sent.map((window) => unsure(window, unmatchedCode, reason, context))
  const [only, ...others] = sent
  if (only === undefined || !isStuck(windows, unmatchedCode)) return again
  if (others.length === 0) return [fate(only, 'parked', { code: unmatchedCode, reason })]
  const parts = halved(sent, context).map(({ part }) => part)
  return again.map((one, at) => ({ ...one, part: parts[at] ?? null }))
}

// The store takes an instance over some time after it was bought (inferred).
function isYoung({ openedAt }: PushedWindow, now: Date): boolean {
  return openedAt !== null && now.getTime() - openedAt.getTime() < youngMs
}

// An operator has the last hour.
function heldOrParked(
  window: PushedWindow,
  told: { readonly code: string; readonly reason: string; readonly nextAt: Date },
): WindowFate {
  const isLast = told.nextAt.getTime() > window.deadline.getTime() - hourMs
  return isLast ? fate(window, 'parked', { ...told, nextAt: null }) : fate(window, 'held', told)
}

function ofFailure(
  windows: readonly PushedWindow[],
  outcome: Extract<PushOutcome, { ok: false }>,
  context: JudgeContext,
): Settlement {
  const { code, message } = outcome
  const isInternal = isInternalError(outcome)
  const fault = isInternal && isMadeByOne(windows, code, context) ? 'batch' : faultOf(outcome)
  const settled = { fault, refusedAlone: undefined, isForeign: false }
  if (outcome.uncertain) {
    const fates = windows.map((window) => unsure(window, code, message, context))
    return { ...settled, fault: 'later', batch: 'uncertain', fates }
  }
  const isAboutRecords = fault === 'batch' || fault === 'too-many'
  if (!isAboutRecords) {
    const own = isInternal ? windows.map((window) => ({ ...window, part: null })) : windows
    const fates = own.map((window) => later(window, code, message, { fault, ...context }))
    return { ...settled, batch: 'answered', fates }
  }
  const [only, ...others] = windows
  if (only !== undefined && others.length === 0) return ofOne(only, outcome, { ...context, fault })
  // Of an error of the store's own the halves are known by the code not to be refused for the first time.
  const halves = halved(windows, context).map((one) => (isInternal ? { ...one, code } : one))
  return { ...settled, batch: 'split', fates: halves }
}

/**
 * Whether an error of the store's own is made by a record: of what has met it again and again the halves are
 * tried, and where one was taken, the other one is to blame. What is alone says nothing: it goes with others
 * again.
 */
function isMadeByOne(
  windows: readonly PushedWindow[],
  code: string,
  { isTrusted }: JudgeContext,
): boolean {
  return isTrusted || (windows.length > 1 && isStuck(windows, code))
}

/** What waits for the next call: at once where a pause governs it. */
function later(
  window: PushedWindow,
  code: string,
  reason: string,
  { fault, now, again }: JudgeContext & { readonly fault: CallFault },
): WindowFate {
  const nextAt = fault === 'later' ? again(window.attempts) : now
  return fate(window, 'ready', { code, reason, nextAt, doubted: window.doubted })
}

/**
 * Refused alone: of a call that was split it is held for a moment, since it may be our fault and not its
 * own, which the next answers tell (streak.ts); else, and the second time, it is parked.
 */
function ofOne(
  window: PushedWindow,
  { code, message }: Extract<PushOutcome, { ok: false }>,
  { fault, now, isTrusted }: JudgeContext & { readonly fault: CallFault },
): Settlement {
  const isAgain = window.doubted && window.code === code
  const told = { code, reason: message }
  const nextAt = new Date(now.getTime() + doubtMs)
  const isDoubt = window.part !== null && !isAgain && !isTrusted
  const own = isDoubt
    ? fate(window, 'held', { ...told, nextAt, doubted: true })
    : fate(window, 'parked', told)
  return {
    ...{ batch: 'answered', fates: [own], fault, isForeign: false },
    refusedAlone: isAgain || isTrusted ? undefined : code,
  }
}
