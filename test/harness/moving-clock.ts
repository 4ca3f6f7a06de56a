/** A clock that stands still until it is moved. */
export interface MovingClock {
  readonly now: () => Date
  /** Moves it to a time of Beijing, `2026-11-26 09:30`. */
  moveTo(beijing: string): void
  moveBy(ms: number): void
}

export function movingClock(beijing: string): MovingClock {
  let time = readBeijing(beijing)
  return {
    now: () => new Date(time),
    moveTo: (to) => void (time = readBeijing(to)),
    moveBy: (ms) => void (time += ms),
  }
}

function readBeijing(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}
