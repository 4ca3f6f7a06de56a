import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type KoogateClient, type KoogateSchemas, createKoogateClient } from '../../client.ts'

export type ApiProblem = KoogateSchemas['Problem']

/** How one request is sent, beside what the contract asks. */
export interface Sending {
  readonly signal?: AbortSignal
  readonly headers?: Readonly<Record<string, string>>
}

/** A client of the management API whose requests all carry what is given. */
export type Connect = (sending?: Sending) => KoogateClient

/** How a page that needs more than useQuery, useList and useAction asks. */
export const useConnect = (): Connect => useContext(ConnectContext)
export const ConnectContext = createContext({} as Connect)

interface Options {
  /** The API's root: what lies one folder above the console. */
  readonly baseUrl: string
  readonly fetch: typeof fetch
  /** The session is over, or there never was one. */
  readonly onSignedOut: () => void
}

/** Makes what every page asks through. The session's cookie goes along; there is no token here. */
export function createConnect({ baseUrl, fetch: send, onSignedOut }: Options): Connect {
  return ({ signal, headers = {} } = {}) =>
    createKoogateClient({
      baseUrl,
      async fetch(request) {
        for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
        const response = await counted(send(request, { credentials: 'same-origin', signal }))
        if (response.status === 401) onSignedOut()
        return response
      },
    })
}

let waiting = 0

/** Whether an answer is still awaited: then a live refresh can wait too. */
export const isWaiting = (): boolean => waiting > 0

async function counted<Value>(work: Promise<Value>): Promise<Value> {
  waiting++
  try {
    return await work
  } finally {
    waiting--
  }
}
