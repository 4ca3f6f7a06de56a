import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import type { TargetProduct } from '../../ports/change-check.ts'
import { answer, success } from '../../domain/answer.ts'
import type { Handler } from '../handler.ts'
import { movedHere, unknownInstanceResult, usable } from '../instance-access.ts'

type ChangeInstanceCheck = SellerSchemas['ChangeInstanceCheck']

/** Asks the seller's rule whether a renewal may change the product; changes nothing. */
export const changeInstanceCheck: Handler<'saasV2', 'changeInstanceCheck'> = async (
  call,
  services,
) => {
  const target = targetOf(call.body)
  const found = await findInstance(services.db, services.vault, call.body.instanceId)
  const instance = usable(found, call)
  if (instance === undefined) return unknownInstanceResult(call, found, services)
  if (call.test) return { answer: success() }
  const objection = await services.checkChange(instance, target, call.address)
  return {
    answer: objection === undefined ? success() : answer('000005', objection),
    moved: [movedHere(found, call)],
  }
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
