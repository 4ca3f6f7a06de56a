import type { Instance } from './instance.ts'
import { next } from './life-cycle.ts'
import { withNote } from './plan.ts'

// RENEWAL_CHANGE came in 2025; what comes next is no reason to lose a paid order.
const scenes: readonly (string | undefined)[] = [
  'RENEWAL',
  'RENEWAL_CHANGE',
  'TRIAL_TO_FORMAL',
  'UNSUBSCRIBE_RENEWAL_PERIOD',
]

/** What a refresh tells of its order, and what it is applied to. */
interface Told {
  readonly scene: string | undefined
  readonly expireTime: Date
}

/**
 * True for a scene that nobody knows yet, and an expiry before the present one: whether that is meant
 * cannot be known, so it is not applied.
 */
export function isInDoubt({ expireTime }: Pick<Instance, 'expireTime'>, told: Told): boolean {
  return !scenes.includes(told.scene) && expireTime !== null && told.expireTime < expireTime
}

/** An instance that stays as it is, flagged with what the call told. */
export function keptInDoubt(
  instance: Instance,
  { orderId, scene, expireTime }: Told & { readonly orderId: string },
  now: Date,
): Instance {
  const told = `order ${orderId}: scene ${scene ?? ''} is unknown and its expiry`
  const sentence = `${told} ${expireTime.toISOString()} is earlier than the present one, which was kept`
  return next(withNote(instance, sentence), now, {})
}
