import type { Services } from '../../calls/services.ts'
import type { ClaimedBatch } from '../../db/usage/claim-batch.ts'
import { settleWindows } from '../../db/usage/settle-batch.ts'
import { type Address, usageSettings } from '../../domain/address.ts'
import type { PushedWindow } from '../../domain/usage/window-fate.ts'

const holdMs = 10 * 60_000
const code = 'product-unknown'
const reason = 'the old push names the product, which is not known before the order is read'

/**
 * Holds what cannot be pushed in the old form, which names products, as long as nobody knows that of the
 * instance. Returns the others; undefined where there are none.
 */
export async function holdUnknown(
  batch: ClaimedBatch,
  address: Address | undefined,
  { db, now }: Services,
): Promise<ClaimedBatch | undefined> {
  if (usageSettings(address).push === 'new') return batch
  const [unknown, windows] = parted(batch.windows)
  if (unknown.length === 0) return batch
  const isOver = windows.length === 0
  const nextAt = new Date(now().getTime() + holdMs)
  const end = { id: batch.id, answered_at: now(), http: null, code, message: reason }
  const fates = unknown.map(({ meteringSn, uncertain, part }) => ({
    ...{ meteringSn, state: 'held' as const, code, reason, nextAt, uncertain, part },
    doubted: false,
  }))
  await settleWindows(db, { ...end, state: isOver ? 'answered' : 'sending' }, fates)
  return isOver ? undefined : { ...batch, windows }
}

function parted(windows: readonly PushedWindow[]) {
  const isUnknown = ({ productId }: PushedWindow) => productId === null
  return [windows.filter(isUnknown), windows.filter((window) => !isUnknown(window))] as const
}
