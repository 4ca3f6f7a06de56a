import type { IncomingMessage } from 'node:http'
import type { Parts } from './parts.ts'
import { right } from './right.ts'

// By port, path and generation, as if every interface were a process of its own.
const dead = new Set<string>()
const placeOf = ({ url = '', socket }: IncomingMessage) =>
  `${socket.localPort ?? 0} ${url.replace(/\?.*/, '')} ${url.includes('authToken=')}`

/** A seller whose process ends at certain requests: it answers nobody after that. */
export function mortal(isFatal: (request: IncomingMessage) => boolean): Pick<Parts, 'route'> {
  return {
    route(request) {
      if (isFatal(request)) dead.add(placeOf(request))
      if (!dead.has(placeOf(request))) return right.route(request)
      request.socket.destroy()
      return 503
    },
  }
}
