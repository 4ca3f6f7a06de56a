import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AccessKeys } from '../calls/access-keys.ts'
import { closeServer } from '../api/loopback-http.ts'
import { type OpenApiCredentials, type OpenApis, createOpenApis } from '../api/open-apis.ts'
import { type SimulatedAuthCentre, openAuthCentre } from '../auth-centre/auth-centre.ts'
import type { StoreState, StoreStateOptions } from '../state/index.ts'
import { createRevisions } from './revisions.ts'
import { directoryOf } from './directory.ts'
import type { SellerServer } from './first-store.ts'
import { startClock } from './running-clock.ts'
import { refuseStrangers } from './guard.ts'
import { isLoopback } from './is-loopback.ts'
import { keepUsage, restoreUsage } from './kept-usage.ts'
import { openStores } from './open-stores.ts'
import { apiRoot, createOwnApi, replyProblem } from './own-api.ts'
import { servePage } from './page/page.ts'
import { soldThings } from './sold-things.ts'
import { judgeUsageBy } from './usage-rules.ts'

/** How the store is started. */
export interface StoreServerOptions extends Pick<
  StoreStateOptions,
  'seed' | 'start' | 'answerWithinMs' | 'frozenDays' | 'send'
> {
  /** A free one by default. */
  readonly port?: number
  /** Where it listens, 127.0.0.1 by default; anywhere else needs a token. */
  readonly host?: string
  /** What callers of the own API have to show. */
  readonly token?: string
  /** The servers that products are listed for when the store is new. */
  readonly sellers?: readonly SellerServer[]
  /** The seller's keys; those that are missing are made. */
  readonly keys?: Partial<AccessKeys>
  /** What the seller signs with in the open APIs; made by default. */
  readonly credentials?: OpenApiCredentials
  /** Whether the clock goes on with real time between two jumps; it stands still by default. */
  readonly running?: boolean
  /** Where the state is kept; in memory by default. */
  readonly file?: string
}

/** A store that listens. */
export interface StoreServer {
  /** Of the page, the open APIs and the auth centre alike. */
  readonly url: URL
  /** The store that is there now. */
  readonly store: () => StoreState
  readonly apis: OpenApis
  readonly centre: SimulatedAuthCentre
  readonly credentials: OpenApiCredentials
  readonly close: () => Promise<void>
}

/**
 * Starts the store in a box on one port: its page at `/`, its own API, the open APIs and the auth centre of
 * store.yaml. Rejects with ActionRefused for a file that holds no store, and as `listen` does.
 */
export async function startStoreServer(options: StoreServerOptions = {}): Promise<StoreServer> {
  const { port = 0, host = '127.0.0.1', token } = options
  if (!isLoopback(host) && token === undefined)
    throw new Error(`The store listens at ${host} with a token only.`)
  let serve: Serve = (_request, response) => void response.writeHead(503).end()
  const server = createServer((request, response) => serve(request, response))
  const url = await listen(server, port, host)
  try {
    const { serve: serveStore, stopClock, ...started } = await openStore(url, options)
    serve = serveStore
    const close = () => {
      stopClock()
      return closeServer(server)
    }
    return { ...started, url, close }
  } catch (error) {
    await closeServer(server)
    throw error
  }
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void

async function openStore(url: URL, options: StoreServerOptions) {
  const revisions = createRevisions()
  const { store, reset } = await openStores({ ...options, authCentre: url.origin }, revisions)
  const { credentials = newCredentials(), token, running = false } = options
  const apis = createOpenApis({ ...credentials, sold: soldThings(store) })
  restoreUsage(store(), apis.usage)
  const clock = startClock(store, running)
  judgeUsageBy(store, clock, apis.usage)
  const centre = openAuthCentre({ url: url.origin, directory: directoryOf(() => store().data) })
  const ownApi = await createOwnApi({ store, reset, usage: apis.usage, centre, revisions, clock })
  const serve: Serve = (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (path.startsWith(`${apiRoot}/`)) serveOwn(request, response)
    else if (servePage(request, response)) return
    else {
      response.once('close', heard)
      if (centre.serves(path)) centre.serve(request, response)
      else apis.serve(request, response)
    }
  }
  // A file that cannot be written is told at the next action.
  function heard(): void {
    keepUsage(store(), apis.usage).catch(() => undefined)
    revisions.changed()
  }
  function serveOwn(request: IncomingMessage, response: ServerResponse): void {
    try {
      refuseStrangers(request, token)
    } catch (error) {
      replyProblem(response, error)
      return
    }
    ownApi(request, response).catch(() => response.destroy())
  }
  return { store, apis, centre, credentials, serve, stopClock: clock.close }
}

function listen(server: Server, port: number, host: string): Promise<URL> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      const listened = typeof address === 'object' && address !== null ? address.port : port
      resolve(new URL(`http://${urlHost(host)}:${listened}`))
    })
  })
}

// By its name, so that the seller's setting may be copied from there.
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function newCredentials(): OpenApiCredentials {
  const make = () => randomBytes(16).toString('hex').toUpperCase()
  return { accessKey: make().slice(0, 20), secretKey: make() }
}
