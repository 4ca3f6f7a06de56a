import { setTimeout as pause } from 'node:timers/promises'
import type { ReceivedUpload } from '../../simulator/api/event-files.ts'
import { textOf } from '../../simulator/calls/answer.ts'
import type { Seller } from '../seller.ts'

const taken = 'CBC.0000'

/** The uploads of a license under an event that reached our store, and of those the ones it took. */
export function uploadsOf({ orderStore }: Pick<Seller, 'orderStore'>, eventId: unknown) {
  const all = (orderStore?.uploads ?? []).filter((one) => one.eventId === eventId)
  return { all, taken: all.filter(({ answer }) => answer === taken) }
}

/** What was uploaded: the characters, or the digest of the file. */
export function contentOf({ description }: ReceivedUpload): string {
  return textOf(description['characters'] ?? description['sha256']) ?? ''
}

const pollMs = 20

/** Waits until it holds; false if it does not within this time. */
export async function comesTrue(holds: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) return false
    await pause(pollMs)
  }
  return true
}
