import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import type { TargetProduct } from '../../ports/change-check.ts'
import { answer, success } from '../../domain/answer.ts'
import type { Decide } from '../call.ts'
import { isOwn, unknownAnswer } from '../instance-access.ts'

type ChangeInstanceCheck = SellerSchemas['ChangeInstanceCheck']

/** Asks the seller's rule whether a renewal may change the product; changes nothing. */
export const changeInstanceCheck: Decide<ChangeInstanceCheck> = async (ask, services) => {
  const target = targetOf(ask.body)
  const instance = await findInstance(services.db, services.vault, ask.body.instanceId)
  if (instance === undefined || !isOwn(instance, ask)) return unknownAnswer(ask)
  if (ask.test) return { answer: success() }
  const objection = await services.checkChange(instance, target, ask.address)
  return { answer: objection === undefined ? success() : answer('000005', objection) }
}

// The documents show neither its form nor a sample: an object, a JSON text that holds one, or any
// other text, which is handed on as it is.
function targetOf({ productInfo }: ChangeInstanceCheck): TargetProduct {
  if (typeof productInfo !== 'string') return { ...productInfo }
  try {
    const parsed: unknown = JSON.parse(productInfo)
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed }
  } catch {
    // not JSON
  }
  return { text: productInfo }
}
