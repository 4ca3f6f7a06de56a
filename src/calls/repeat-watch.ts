// A repeat comes rarely alone: the store repeats what it did not understand.
const watchedMs = 1_000

/** Whether purchases are repeated these days: then they are looked up before they are written. */
export interface RepeatWatch {
  /** One was a repeat. */
  note(): void
  areLikely(): boolean
}

export function createRepeatWatch(): RepeatWatch {
  let likelyUntil = 0
  return {
    note() {
      likelyUntil = performance.now() + watchedMs
    },
    areLikely: () => performance.now() < likelyUntil,
  }
}
