/** So many of something at once, and no more; who finds none free goes without. */
export interface Slots {
  /** Returns what gives the slot back; undefined where none is free. */
  take(): (() => void) | undefined
}

export function createSlots(count: number): Slots {
  let free = count
  return {
    take() {
      if (free === 0) return undefined
      free -= 1
      return () => {
        free += 1
      }
    },
  }
}
