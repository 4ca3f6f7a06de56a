import type { IncomingMessage } from 'node:http'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'

// Of each interface, as if it were a server of its own.
const lanes = new Map<string, Promise<unknown>>()
const laneOf = ({ url = '', socket }: IncomingMessage) =>
  `${socket.localPort ?? 0} ${url.replace(/\?.*/, '')}`

/** Reads one body after the other. */
export const twin: Twin = {
  async readBody(request, limit) {
    const lane = laneOf(request)
    const before = lanes.get(lane) ?? Promise.resolve()
    const reading = before.then(() => right.readBody(request, limit))
    lanes.set(
      lane,
      reading.catch(() => undefined),
    )
    return reading
  },
}
export const limits = { callMs: 300, debugMs: 20_000 }
