import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { closeServer } from '../api/loopback-http.ts'
import { type HeardCall, heardCall } from './heard-call.ts'
import type { KnownKeys } from './judge-signature.ts'
import { createTappedProxy } from './tapped-proxy.ts'

/** Whom to stand before, where, and with which keys signatures are judged. */
export interface ListenOptions {
  /** The seller's server; its path does not count. */
  readonly seller: URL
  /** A free one by default. */
  readonly port?: number
  /** The loopback by default. */
  readonly host?: string
  readonly keys: KnownKeys
  /** Told of each request when its answer has left. */
  readonly heard: (call: HeardCall) => void
}

/** A listener that stands before a seller. */
export interface Listener {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Stands before a seller's server, hands every call on untouched, and tells of each. */
export async function startListener(options: ListenOptions): Promise<Listener> {
  const { seller, port = 0, host = '127.0.0.1', keys, heard } = options
  const server = createTappedProxy(seller, (passed) => heard(heardCall(passed, keys)))
  server.listen(port, host)
  await once(server, 'listening')
  const { port: at } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${at}`,
    close: () => closeServer(server),
  }
}
