import { setTimeout as wait } from 'node:timers/promises'

// What ends together is written together; nobody waits for it but the next event of the same lane.
const gatherMs = 30

/** Gathers what is to be written down. */
export interface SettleQueue<Item> {
  /** Resolves once it is written, or was tried to. */
  add(item: Item): Promise<void>
}

/**
 * Writes down what comes, in batches one after the other. What cannot be written is told to `failed`
 * and dropped: the leases run out, and it is done again.
 */
export function createSettleQueue<Item>(
  write: (items: readonly Item[]) => Promise<void>,
  failed: (error: unknown) => void,
): SettleQueue<Item> {
  let waiting: { readonly item: Item; readonly done: () => void }[] = []
  let flushing: Promise<void> | undefined

  const flush = async () => {
    while (waiting.length > 0) {
      await wait(gatherMs)
      const batch = waiting
      waiting = []
      await write(batch.map(({ item }) => item)).catch(failed)
      for (const { done } of batch) done()
    }
  }

  return {
    add(item) {
      const { promise, resolve } = Promise.withResolvers<undefined>()
      waiting.push({ item, done: () => resolve(undefined) })
      flushing ??= flush().finally(() => (flushing = undefined))
      return promise
    },
  }
}
