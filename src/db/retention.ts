/** How many rows go at once: a statement of milliseconds, for which nobody waits. */
const batch = 2_000

/** Deletes at most so many rows and returns how many went. */
export type DeleteBatch = (limit: number) => Promise<number>

/** Deletes in small batches until there is nothing left, or the process stops. Returns how many went. */
export async function deleteInBatches(
  deleteBatch: DeleteBatch,
  stopping?: AbortSignal,
): Promise<number> {
  let total = 0
  for (;;) {
    const deleted = await deleteBatch(batch)
    total += deleted
    if (deleted < batch || stopping?.aborted === true) return total
  }
}
