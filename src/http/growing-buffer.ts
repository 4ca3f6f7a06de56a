import type { ByteBudget } from './byte-budget.ts'

/** Bytes that come in pieces, gathered in one buffer. */
export interface GrowingBuffer {
  /** Adds a piece; false when the budget has no room for it. */
  add(piece: Buffer): boolean
  /** What was gathered; its room in the budget is given back, as it is by `drop`. */
  finish(): Buffer
  drop(): void
}

// What every body may have without asking: an ordinary call is never refused for others' lists.
const freeBytes = 16 * 1024
const growth = 4

/**
 * A buffer for at most `most` bytes. It grows with what has come and not with what was announced:
 * room for 10 MiB is taken only by a caller who has sent 4.
 */
export function createGrowingBuffer(most: number, budget: ByteBudget): GrowingBuffer {
  let buffer = Buffer.alloc(0)
  let length = 0
  let taken = 0

  function makeRoom(needed: number): boolean {
    if (needed <= buffer.length) return true
    const capacity = Math.min(most, Math.max(needed, freeBytes, buffer.length * growth))
    const beyond = Math.max(0, capacity - freeBytes)
    if (beyond > taken && !budget.take(beyond - taken)) return false
    taken = Math.max(taken, beyond)
    const larger = Buffer.allocUnsafeSlow(capacity)
    buffer.copy(larger, 0, 0, length)
    freeBuffer(buffer)
    buffer = larger
    return true
  }

  function giveBack(): void {
    budget.give(taken)
    taken = 0
  }

  return {
    add(piece) {
      if (!makeRoom(length + piece.length)) return false
      piece.copy(buffer, length)
      length += piece.length
      return true
    },
    finish() {
      giveBack()
      return buffer.subarray(0, length)
    },
    drop() {
      giveBack()
      freeBuffer(buffer)
    },
  }
}

/**
 * Gives the memory of a buffer back at once; it is empty from then on. Megabytes that nobody signed
 * would otherwise stay in memory until the garbage collector comes. A slice of Node's pool stays as
 * it is.
 */
export function freeBuffer({ buffer, byteLength }: Buffer): void {
  const isOwn = byteLength >= freeBytes && buffer instanceof ArrayBuffer
  if (isOwn && !buffer.detached) buffer.transfer(0)
}
