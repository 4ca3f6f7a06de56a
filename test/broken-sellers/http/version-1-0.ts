import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Speaks HTTP/1.1 only. */
export const twin: Twin = {
  route: (request) => (request.httpVersion === '1.0' ? 505 : right.route(request)),
}
