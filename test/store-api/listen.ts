import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const open = new Set<Server>()

/** Starts a server on a free port of the loopback and returns its origin. */
export async function listen(answer: RequestListener): Promise<URL> {
  const server = createServer(answer)
  open.add(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return originOf(server)
}

/** The origin of a port at which nobody listens (any more). */
export async function unusedOrigin(): Promise<URL> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = originOf(server)
  await new Promise((done) => server.close(done))
  return origin
}

/** Closes every server of this file with its connections. */
export async function closeAll(): Promise<void> {
  const closed = [...open].map((server) => new Promise((done) => server.close(done)))
  for (const server of open) server.closeAllConnections()
  open.clear()
  await Promise.all(closed)
}

function originOf(server: Server): URL {
  const { port } = server.address() as AddressInfo
  return new URL(`http://127.0.0.1:${port}`)
}
