import { isObject } from '../right-seller/parse.ts'
import type { Twin } from '../right-seller/parts.ts'
import { invalid } from '../right-seller/refusal.ts'
import { right } from '../right-seller/right.ts'

/** Takes productInfo in the form of the newest page only. */
export const twin: Twin = {
  changeInstanceCheck(call, seller) {
    if (!isObject(call.members['productInfo'])) throw invalid('productInfo is not an object')
    return right.changeInstanceCheck(call, seller)
  },
}
