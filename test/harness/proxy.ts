import { type Server, type Socket, connect, createServer } from 'node:net'
import { overTcp } from './postgres.ts'

/** What stands between a service and its database. */
export interface Proxy {
  /** The database's URL by way of the proxy. */
  readonly url: string
  /** Lets everything through, after a time if one is given. Connections that hung stay hung. */
  pass(delayMs?: number): Promise<void>
  /** Cuts all connections and refuses new ones. */
  refuse(): Promise<void>
  /** Takes connections and says nothing any more, on the old ones either; nobody is told. */
  hang(): Promise<void>
  /** How many connections are still open that hung once. */
  hungConnections(): number
  /** How many answers of the database are being held back by the delay. */
  delayedAnswers(): number
  close(): Promise<void>
}

interface Pair {
  readonly client: Socket
  readonly upstream: Socket
}

/** A TCP proxy in front of a Postgres server, through which the server can be away in any way. */
export async function startProxy(databaseUrl: string): Promise<Proxy> {
  const target = overTcp(databaseUrl)
  const pairs = new Set<Pair>()
  const hung = new Set<Socket>()
  let isHanging = false
  let delayMs = 0
  let delayed = 0

  const server = createServer((client) => {
    client.on('error', () => undefined)
    if (isHanging) holdBack(client)
    else join(client)
  })

  function join(client: Socket): void {
    const upstream = connect(Number(target.port), target.hostname)
    const pair = { client, upstream }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      if (!hung.has(client)) client.destroy()
      upstream.destroy()
    }
    upstream.on('error', end).on('close', end)
    client.on('close', end)
    client.on('data', (bytes) => {
      if (!hung.has(client)) upstream.write(bytes)
    })
    upstream.on('data', (bytes) => {
      delayed += 1
      setTimeout(() => {
        delayed -= 1
        if (!hung.has(client) && !client.destroyed) client.write(bytes)
      }, delayMs)
    })
  }

  function holdBack(client: Socket): void {
    hung.add(client)
    client.on('close', () => hung.delete(client))
    client.resume()
  }

  await listen(server, 0)
  const { port } = server.address() as { port: number }
  const url = overTcp(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return {
    url: url.href,
    async pass(milliseconds = 0) {
      isHanging = false
      delayMs = milliseconds
      if (!server.listening) await listen(server, port)
    },
    async refuse() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const { client } of pairs) client.resetAndDestroy()
      for (const client of hung) client.resetAndDestroy()
      await closed
    },
    hang() {
      isHanging = true
      for (const { client } of pairs) holdBack(client)
      return Promise.resolve()
    },
    hungConnections: () => hung.size,
    delayedAnswers: () => delayed,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const { client } of pairs) client.destroy()
      for (const client of hung) client.destroy()
      await closed
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}
