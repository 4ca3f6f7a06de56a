import type { Server } from 'node:http'

/** Nobody can listen there; the message is one sentence that names the setting. */
export class ListenError extends Error {}

/** Where a server listens. */
export interface Place {
  readonly host: string
  readonly port: number
}

/** Listens, or rejects with ListenError. */
export function listen(server: Server, place: Place): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', (error) =>
      reject(new ListenError(sentence(error, place), { cause: error })),
    )
    server.listen(place.port, place.host)
  })
}

function sentence({ code }: NodeJS.ErrnoException, { host, port }: Place): string {
  if (code === 'EADDRINUSE') {
    return `PORT ${port} is in use by another process (EADDRINUSE); stop it, or set PORT to another one.`
  }
  // One below 1024 is not for this user.
  if (code === 'EACCES') return `PORT cannot be listened on (${code}).`
  return `HOST cannot be listened on (${code}: ${host}).`
}
