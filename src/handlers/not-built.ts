/**
 * Operations of the seller contract that nobody decides yet. Their calls are answered `000005`
 * "not implemented" and counted, and nothing else becomes of them; a call is verified first where its
 * signature can be. An operation leaves this list for `storeOperations`, and no other place names it.
 */
export const notBuilt: readonly string[] = []

/** A call of an operation in the list. */
export class NotBuilt extends Error {
  constructor() {
    super('not implemented')
  }
}
