import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import type { TargetProduct } from '../../ports/change-check.ts'
import { answer, success } from '../../domain/answer.ts'
import { askChange } from '../asks/ask-change.ts'
import { isAsked } from '../asks/open-ask.ts'
import type { Handler } from '../handler.ts'
import { movedHere, unknownInstanceResult, usable } from '../instance-access.ts'

type ChangeInstanceCheck = SellerSchemas['ChangeInstanceCheck']

/** Asks the seller's rule whether a renewal may change the product; changes nothing. */
export const changeInstanceCheck: Handler<'saasV2', 'changeInstanceCheck'> = async (
  call,
  services,
) => {
  const targets = targetsIn(call.body)
  const found = await findInstance(services.db, services.vault, call.body.instanceId)
  const instance = usable(found, call)
  if (instance === undefined) return unknownInstanceResult(call, found)
  const moved = [movedHere(found, call)]
  if (call.test) return { answer: success(), moved }
  const decided = isAsked(call, services)
    ? await askChange(instance, targets, call, services)
    : undefined
  if (decided !== undefined) {
    const { allowed, reason } = decided
    const refusal = answer('000005', reason || 'the seller does not take this change')
    return { answer: allowed ? success() : refusal, moved }
  }
  for (const target of targets) {
    const objection = await services.checkChange(instance, target, call.address)
    if (objection !== undefined) return { answer: answer('000005', objection), moved }
  }
  return { answer: success(), moved }
}

// Documented as an object since 2026, and seen as a list and as the text of either. A refusal would
// tell the buyer that the renewal is impossible, so whatever else comes is handed on as it is.
function targetsIn({ productInfo }: ChangeInstanceCheck): readonly TargetProduct[] {
  const read = typeof productInfo === 'string' ? jsonOr(productInfo) : productInfo
  const list: readonly unknown[] = Array.isArray(read) ? read : [read]
  return list.length === 0 ? [{}] : list.map(toTarget)
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function toTarget(item: unknown): TargetProduct {
  return typeof item === 'object' && item !== null ? { ...item } : { text: String(item) }
}
