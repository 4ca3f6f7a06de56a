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

// The memory that was taken here, and that nobody else has a piece of.
const own = new WeakSet<ArrayBufferLike>()

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
    own.add(larger.buffer)
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
 * Gives the memory of a gathered body back at once; it is empty from then on. Megabytes that nobody
 * signed would otherwise stay in memory until the garbage collector comes. Any other buffer stays as
 * it is: it may be a slice of Node's pool, which others have their slices of, and which Node does not
 * let go.
 */
export function freeBuffer({ buffer, byteLength }: Buffer): void {
  if (byteLength < freeBytes || !(buffer instanceof ArrayBuffer)) return
  if (own.delete(buffer)) buffer.transfer(0)
}
