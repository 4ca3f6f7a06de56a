import type { Server } from 'node:http'

/** Nobody can listen there; the message is one sentence that names the setting. */
export class ListenError extends Error {}

/** Where a server listens. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** Listens, or rejects with ListenError. */
export function listen(server: Server, { host, port }: Place): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', (error) =>
      reject(new ListenError(sentence(error, host), { cause: error })),
    )
    server.listen(port, host)
  })
}

// Somebody has the port, or one below 1024 is not for this user.
const ofPort: ReadonlySet<unknown> = new Set(['EADDRINUSE', 'EACCES'])

function sentence({ code }: NodeJS.ErrnoException, host: string): string {
  if (ofPort.has(code)) return `PORT cannot be listened on (${code}).`
  return `HOST cannot be listened on (${code}: ${host}).`
}
