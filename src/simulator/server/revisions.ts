/** Counts the changes of the store, so that a page can wait for the next. */
export interface Revisions {
  readonly current: () => number
  readonly changed: () => void
  /** Ends when there is a later revision, the time is over, or nobody waits any more. */
  readonly after: (
    revision: number,
    wait: { readonly ms: number; readonly gone: AbortSignal },
  ) => Promise<void>
}

/** Begins to count. */
export function createRevisions(): Revisions {
  let revision = 1
  const waiting = new Set<() => void>()
  return {
    current: () => revision,
    changed() {
      revision += 1
      for (const go of waiting) go()
    },
    async after(known, { ms, gone }) {
      // An older store, or another one, is shown at once.
      if (known !== revision || ms === 0 || gone.aborted) return
      await new Promise<void>((resolve) => {
        const go = () => {
          clearTimeout(timer)
          gone.removeEventListener('abort', go)
          waiting.delete(go)
          resolve()
        }
        const timer = setTimeout(go, ms)
        gone.addEventListener('abort', go)
        waiting.add(go)
      })
    },
  }
}
