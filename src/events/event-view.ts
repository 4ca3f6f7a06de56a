import type { Vault } from '../crypto/vault.ts'
import type { FeedRow } from '../db/event/feed.ts'
import { maskCall } from '../domain/mask/mask.ts'

/** The data of an event by name. */
export type EventData = Readonly<Record<string, unknown>>

/** An event as it is told: but for the id the body of Standard Webhooks. */
export interface EventView {
  readonly id: string
  readonly type: string
  /** ISO 8601. */
  readonly timestamp: string
  readonly data: EventData
}

/** Opens an event for a reader; what is personal in it in clear only to one who may see that. */
export function viewEvent(
  { id, type, at, personal, data }: FeedRow,
  vault: Vault,
  reader: { readonly personal: boolean },
): EventView {
  const opened = JSON.parse(vault.decrypt(data).toString()) as EventData
  const isShown = reader.personal || !personal
  return { id, type, timestamp: at.toISOString(), data: isShown ? opened : masked(opened) }
}

type Mask = (value: unknown) => unknown

const masks: ReadonlyMap<string, Mask> = new Map<string, Mask>([
  ['buyer', maskCall],
  ['plan', maskPlan],
  ['previousPlan', maskPlan],
  ['users', maskCall],
])

function masked(data: EventData): EventData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, masks.get(name)?.(value) ?? value]),
  )
}

// Buyers fill in extension parameters: telephone numbers, names of administrators.
function maskPlan(plan: unknown): unknown {
  if (typeof plan !== 'object' || plan === null || !('extendParams' in plan)) return plan
  return { ...plan, extendParams: maskCall(plan.extendParams) }
}
