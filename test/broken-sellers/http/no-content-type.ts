import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

/** Reads a body as JSON only if it is said to be. */
export const twin: Twin = {
  route: (request) =>
    request.method === 'POST' && request.headers['content-type'] === undefined
      ? 415
      : right.route(request),
}
