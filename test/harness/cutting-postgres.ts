import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'
import { overTcp } from './postgres.ts'

/** A way to a Postgres server on which every new connection can be cut as soon as it is made. */
export interface CuttingPostgres {
  readonly url: string
  /** From now on new connections are cut; those that are there end. */
  cut(how: 'in one packet' | 'by a reset'): void
  /** From now on the server behind is reached again. */
  pass(): void
  /** How many connections were made and cut. */
  cuts(): number
  close(): void
}

const message = (type: string, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

const ready = Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))])
/** What a server says to a connection that pg_terminate_backend ends. */
const terminated = message(
  'E',
  Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
)

/** @param target URL of the server behind. */
export async function startCuttingPostgres(target: string): Promise<CuttingPostgres> {
  const behind = overTcp(target)
  const sockets = new Set<Socket>()
  let mode: 'pass' | Parameters<CuttingPostgres['cut']>[0] = 'pass'
  let cuts = 0

  const join = (client: Socket) => {
    const upstream = connect(Number(behind.port), behind.hostname)
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
    client.pipe(upstream).pipe(client)
  }
  const cutShort = (client: Socket) => {
    client.once('data', () => {
      cuts += 1
      if (mode === 'by a reset') client.write(ready, () => client.resetAndDestroy())
      else client.end(Buffer.concat([ready, terminated]))
    })
  }
  const server = createServer((client) => {
    sockets.add(client.setNoDelay(true))
    client.on('error', () => undefined).on('close', () => sockets.delete(client))
    if (mode === 'pass') join(client)
    else cutShort(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = overTcp(target)
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const cutAll = () => sockets.forEach((socket) => socket.destroy())
  return {
    url: url.href,
    cut(how) {
      mode = how
      cutAll()
    },
    pass() {
      mode = 'pass'
    },
    cuts: () => cuts,
    close() {
      cutAll()
      server.close()
    },
  }
}
