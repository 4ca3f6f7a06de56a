import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

const known = ['application/json', 'application/json;charset=utf8']

/** Compares the content type as a whole. */
export const twin: Twin = {
  route(request) {
    const type = request.headers['content-type']
    return type === undefined || known.includes(type) ? right.route(request) : 415
  },
}
