import type { Moment } from './moment.ts'
import type { StoreData, Timer, TimerKind } from './store-data.ts'

/** Sets a timer; one of the same kind and subject is replaced. */
export function setTimer(data: StoreData, kind: TimerKind, subject: string, at: Moment): void {
  const key = keyOf(kind, subject)
  const others = data.timers.filter((timer) => timer.key !== key)
  data.sequence += 1
  const timer: Timer = { key, kind, at, sequence: data.sequence, subject }
  const place = others.findIndex((other) => other.at > at)
  data.timers = others.toSpliced(place < 0 ? others.length : place, 0, timer)
}

/** Takes a timer away, if it is set. */
export function clearTimer(data: StoreData, kind: TimerKind, subject: string): void {
  const key = keyOf(kind, subject)
  data.timers = data.timers.filter((timer) => timer.key !== key)
}

/** Takes the first timer that is due until a moment; undefined if none is. */
export function takeTimer(data: StoreData, until: Moment): Timer | undefined {
  const [first, ...rest] = data.timers
  if (first === undefined || first.at > until) return undefined
  data.timers = rest
  return first
}

function keyOf(kind: TimerKind, subject: string): string {
  return `${kind} ${subject}`
}
