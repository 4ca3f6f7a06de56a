import { setTimeout as pause } from 'node:timers/promises'

/**
 * The store's idea of time, by which it orders and repeats calls. The timestamp of a signature never
 * comes from here: the seller holds it against real time.
 */
export interface Clock {
  readonly now: () => Date
  readonly sleep: (milliseconds: number) => Promise<void>
}

/**
 * A clock that begins at the present and runs `factor` times as fast. Without a factor it stands
 * still and jumps: a sleep takes no time, and sleeps side by side end at the same moment.
 */
export function fastClock(factor?: number): Clock {
  return factor === undefined ? jumpingClock(Date.now()) : rushingClock(Date.now(), factor)
}

function jumpingClock(start: number): Clock {
  let present = start
  return {
    now: () => new Date(present),
    async sleep(milliseconds) {
      const end = present + milliseconds
      // Others get their turn, as they would in a real pause.
      await pause(0)
      present = Math.max(present, end)
    },
  }
}

function rushingClock(start: number, factor: number): Clock {
  return {
    now: () => new Date(start + (Date.now() - start) * factor),
    sleep: (milliseconds) => pause(milliseconds / factor),
  }
}
