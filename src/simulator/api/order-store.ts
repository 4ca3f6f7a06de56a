import { createServer } from 'node:http'
import { closeServer, listenOnLoopback } from './loopback-http.ts'
import { type OpenApis, type OpenApisOptions, createOpenApis } from './open-apis.ts'

/** `port` defaults to a free one. */
export interface OrderStoreOptions extends OpenApisOptions {
  readonly port?: number
}

/** The store's open APIs on the loopback. */
export interface OrderStore extends Omit<OpenApis, 'serve'> {
  readonly url: URL
  readonly close: () => Promise<void>
}

/** Starts the simulator's store, the open APIs and nothing else. */
export async function startOrderStore({
  port = 0,
  ...options
}: OrderStoreOptions): Promise<OrderStore> {
  const { serve, ...apis } = createOpenApis(options)
  const server = createServer(serve)
  return { ...apis, url: await listenOnLoopback(server, port), close: () => closeServer(server) }
}
