import type { SellerSchemas } from '../../contract.ts'
import { findInstance } from '../../db/instances.ts'
import { success } from '../../domain/answer.ts'
import { freeze, unfreeze } from '../../domain/life-cycle.ts'
import type { Decide } from '../ask.ts'
import { isOwn, unknownAnswer } from '../own-instance.ts'

/** Sets frozen or not; the last call wins, and setting the state it has makes no event. */
export const updateInstanceStatus: Decide<SellerSchemas['UpdateInstanceStatus']> = async (
  ask,
  { db, vault },
) => {
  const { instanceId, status } = ask.body
  const instance = await findInstance(db, vault, instanceId)
  if (instance === undefined || !isOwn(instance, ask)) return unknownAnswer(ask)
  const next = status === 'FREEZE' ? freeze(instance, ask.now) : unfreeze(instance, ask.now)
  if (next === instance) return { answer: success() }
  const type = next.frozen ? 'instance.frozen' : 'instance.unfrozen'
  return { answer: success(), instance: next, events: [{ type }] }
}
