import { type CallFault, faultOf } from './call-code.ts'
import { matcher } from './match-rejected.ts'
import type { PushOutcome, PushedUsage, RejectedUsage } from './push.ts'
import { recordCode } from './record-code.ts'

/** A window that was pushed, with what its fate depends on. */
export interface PushedWindow extends PushedUsage {
  readonly records: number
  readonly test: boolean
  /** An earlier attempt had no answer. */
  readonly uncertain: boolean
  /** It was refused alone before, with `code`. */
  readonly doubted: boolean
  readonly code: string | null
  /** It was pushed with others before, and the call was split. */
  readonly part: string | null
  readonly attempts: number
  readonly deadline: Date
  /** When the instance was opened here, and whether it is frozen here now. */
  readonly openedAt: Date | null
  readonly isFrozen: boolean
}

/** What becomes of a window; `nextAt` is there where something is due by itself. */
export interface WindowFate {
  readonly meteringSn: string
  readonly state: 'taken' | 'parked' | 'held' | 'ready' | 'expired'
  readonly code: string | null
  readonly reason: string | null
  readonly nextAt: Date | null
  readonly uncertain: boolean
  readonly doubted: boolean
  readonly part: string | null
}

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

/** What fates are made with. */
export interface JudgeContext {
  readonly now: Date
  /** When what was attempted so often is attempted again. */
  readonly again: (attempts: number) => Date
  readonly newPart: () => string
  /** Something else of the same address has just been taken: what is refused alone is to blame itself. */
  readonly isTrusted: boolean
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
    const reason = 'the store named records that were not sent'
    const fates = windows.map((window) => unsure(window, 'unmatched', reason, context))
    return { ...settled, batch: 'uncertain', fates, isForeign: true }
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
  const fault = faultOf(outcome)
  const settled = { fault, refusedAlone: undefined, isForeign: false }
  const { code, message } = outcome
  if (outcome.uncertain) {
    const fates = windows.map((window) => unsure(window, code, message, context))
    return { ...settled, fault: 'later', batch: 'uncertain', fates }
  }
  const isAboutRecords = fault === 'batch' || fault === 'too-many'
  if (!isAboutRecords) {
    const fates = windows.map((window) => later(window, code, message, { fault, ...context }))
    return { ...settled, batch: 'answered', fates }
  }
  const [only, ...others] = windows
  if (only !== undefined && others.length === 0) return ofOne(only, outcome, { ...context, fault })
  return { ...settled, batch: 'split', fates: halved(windows, context) }
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

function unsure(
  window: PushedWindow,
  code: string,
  reason: string,
  { again }: JudgeContext,
): WindowFate {
  return fate(window, 'ready', { code, reason, nextAt: again(window.attempts), uncertain: true })
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

// Halves are due soon for whoever claims them, should this process end before.
function halved(windows: readonly PushedWindow[], { now, newPart }: JudgeContext): WindowFate[] {
  const nextAt = new Date(now.getTime() + minuteMs)
  const middle = Math.ceil(windows.length / 2)
  return [windows.slice(0, middle), windows.slice(middle)].flatMap((half) => {
    const part = newPart()
    return half.map((window) => fate(window, 'ready', { nextAt, part, doubted: window.doubted }))
  })
}

function fate(
  { meteringSn, uncertain, part }: PushedWindow,
  state: WindowFate['state'],
  more: Partial<WindowFate> = {},
): WindowFate {
  return {
    ...{ meteringSn, state, code: null, reason: null, nextAt: null, uncertain },
    doubted: false,
    part: state === 'taken' || state === 'expired' ? null : part,
    ...more,
  }
}
