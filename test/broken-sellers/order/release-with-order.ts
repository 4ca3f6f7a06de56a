import { textOf } from '../right-seller/parse.ts'
import { Refusal } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'
import type { Twin } from '../right-seller/parts.ts'

/** Looks for the order of a release among its purchases. */
export const twin: Twin = {
  releaseInstance(call, seller) {
    const { orderId } = call.members
    const sold = [...seller.does.world(call, seller).claims.keys()]
    if (orderId !== undefined && !sold.some((key) => key.includes(textOf(orderId))))
      throw new Refusal('000002', 'the order is unknown')
    return right.releaseInstance(call, seller)
  },
}
