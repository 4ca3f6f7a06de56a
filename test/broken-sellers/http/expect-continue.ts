import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Takes an expectation for one that it cannot meet. */
export const twin: Twin = {
  route: (request) => (request.headers.expect === undefined ? right.route(request) : 417),
}
