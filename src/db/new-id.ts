import { v7 } from 'uuid'
import { randomBytesFromPool } from '../crypto/random-bytes-pool.ts'

let made = 0

/** A UUID (version 7) for a row; of two that one process makes the later one sorts behind. */
export function newId(): string {
  made = (made + 1) >>> 0
  return v7({ random: randomBytesFromPool(16), seq: made })
}
