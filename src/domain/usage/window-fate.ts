import type { PushedUsage } from './push.ts'

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

/** The fate of a window that is in a state; what is not told of it is not known, and it is no doubt of ours. */
export function fate(
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

/** The fate of a window of which nobody knows whether it was taken: it is sent again. */
export function unsure(
  window: PushedWindow,
  code: string,
  reason: string,
  { again }: JudgeContext,
): WindowFate {
  return fate(window, 'ready', { code, reason, nextAt: again(window.attempts), uncertain: true })
}

/** The two halves of a push. They are due soon for whoever claims them, should this process end before. */
export function halved(
  windows: readonly PushedWindow[],
  { now, newPart }: JudgeContext,
): WindowFate[] {
  const nextAt = new Date(now.getTime() + minuteMs)
  const middle = Math.ceil(windows.length / 2)
  return [windows.slice(0, middle), windows.slice(middle)].flatMap((half) => {
    const part = newPart()
    return half.map((window) => fate(window, 'ready', { nextAt, part, doubted: window.doubted }))
  })
}

// So many attempts take a quarter of an hour.
const stuckAfter = 8

/** One of them has come to this often before, and what was pushed with it. */
export function isStuck(windows: readonly PushedWindow[], code: string): boolean {
  return windows.some((one) => one.code === code && one.attempts >= stuckAfter)
}
