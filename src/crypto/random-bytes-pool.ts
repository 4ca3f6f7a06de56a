import { randomBytes } from 'node:crypto'

const poolBytes = 8 * 1024

let pool = Buffer.alloc(0)

/**
 * Random bytes, at most some dozens, cut from a pool: to ask the system for them each time costs as
 * much as encryption a call does. Every byte is given out once.
 */
export function randomBytesFromPool(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(poolBytes)
  const drawn = pool.subarray(0, bytes)
  pool = pool.subarray(bytes)
  return drawn
}
