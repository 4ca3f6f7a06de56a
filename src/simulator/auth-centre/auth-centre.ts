import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { closeServer, listenOnLoopback } from '../api/loopback-http.ts'
import { type BrowserAnswer, browserPages } from './browser-pages.ts'
import { type EndpointAnswer, casValidate, token, userInfo } from './server-endpoints.ts'
import {
  type AuthCall,
  type AuthEndpoint,
  type AuthFault,
  type AuthState,
  type Directory,
  type Oddities,
  type SimulatedClient,
  type SimulatedUser,
  newAuthState,
} from './state.ts'

/** The auth centre of the buyers' enterprises, the unified login and the workbench. */
export interface SimulatedAuthCentre {
  /** What tenantSync brings as `domainName`. */
  readonly url: string
  /** The unified login page, with the placeholder `{appId}`. */
  readonly loginUrl: string
  readonly addUser: (user: SimulatedUser) => void
  readonly addClient: (client: SimulatedClient) => void
  /** Where the workbench sends a browser that opens the application as this user. */
  readonly workbenchUrl: (user: SimulatedUser, appId: string, protocol?: 'oauth' | 'cas') => string
  /** Plays the faults at the next requests of an endpoint, one at each. */
  readonly fail: (endpoint: AuthEndpoint, ...faults: AuthFault[]) => void
  /** Forgets the tokens of everybody. */
  readonly revokeTokens: () => void
  readonly oddities: Oddities
  readonly calls: readonly AuthCall[]
  /** Whether a path is one of its own. */
  readonly serves: (path: string) => boolean
  /** Answers one request. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => void
}

/** An auth centre on a port of its own on the loopback. */
export interface StartedAuthCentre extends SimulatedAuthCentre {
  readonly close: () => Promise<void>
}

const cookieName = 'simulated-auth-centre'

/** Opens an auth centre that is reached at `url`; who is in `directory` is there beside who is added. */
export function openAuthCentre({
  url,
  now = () => new Date(),
  directory,
}: {
  readonly url: string
  readonly now?: () => Date
  readonly directory?: Directory
}): SimulatedAuthCentre {
  const [users, clients]: [SimulatedUser[], SimulatedClient[]] = [[], []]
  const state = newAuthState(() => now().getTime(), {
    users: () => [...users, ...(directory?.users() ?? [])],
    clients: () => [...clients, ...(directory?.clients() ?? [])],
  })
  return {
    url,
    loginUrl: `${url}/unified-login/#/portal-login?ind=UNOP&appId={appId}`,
    addUser: (user) => void users.push(user),
    addClient: (client) => void clients.push(client),
    workbenchUrl: ({ userName, tenantId }, appId, protocol = 'oauth') => {
      const query = new URLSearchParams({ user: userName, tenant: tenantId, appId, protocol })
      return `${url}/workbench/open?${query.toString()}`
    },
    fail: (endpoint, ...faults) => void state.faults.set(endpoint, faults),
    revokeTokens() {
      state.accessTokens.clear()
      state.refreshTokens.clear()
    },
    oddities: state.oddities,
    calls: state.calls,
    serves: (path) => path in browserPages || endpoints.includes(path),
    serve(request, response) {
      serve(state, request, response).catch(() => response.destroy())
    },
  }
}

/** Starts an auth centre on the loopback; `port` defaults to a free one, `now` to the present. */
export async function startAuthCentre({
  port = 0,
  now,
}: { readonly port?: number; readonly now?: () => Date } = {}): Promise<StartedAuthCentre> {
  const server = createServer((request, response) => centre.serve(request, response))
  const { origin: url } = await listenOnLoopback(server, port)
  const centre = openAuthCentre({ url, ...(now && { now }) })
  return { ...centre, close: () => closeServer(server) }
}

const [tokenPath, userInfoPath, casPath] = [
  '/api/v1/oauth2/token',
  '/api/v1/oauth2/userinfo',
  '/api/v1/cas/p3/serviceValidate',
] as const
const endpoints: readonly string[] = [tokenPath, userInfoPath, casPath]

async function serve(
  state: AuthState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://auth-centre')
  const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '')
  const { pathname: path, searchParams: query } = url
  const target = path + url.search
  const page = browserPages[path]
  if (page !== undefined) {
    sendToBrowser(
      response,
      page(state, { path, query, form, target, user: userOf(state, request) }),
    )
    return
  }
  const isToken = path === tokenPath && request.method === 'POST'
  const clientId = form.get('client_id') ?? undefined
  if (isToken) answer('token', () => token(state, form))
  else if (path === userInfoPath) answer('userinfo', () => userInfo(state, request.headers))
  else if (path === casPath) answer('cas', () => casValidate(state, query))
  else sendHtml(response, 404, '<h1>Not found</h1>')

  function answer(endpoint: AuthEndpoint, right: () => EndpointAnswer): void {
    const fault = state.faults.get(endpoint)?.shift()
    if (fault !== undefined) {
      state.calls.push({ endpoint, clientId, answer: String(fault) })
      playFault(fault, request, response)
      return
    }
    const { status, body, headers, told } = right()
    state.calls.push({ endpoint, clientId, answer: told })
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers })
    response.end(JSON.stringify(body))
  }
}

function playFault(fault: AuthFault, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'hang') return
  if (fault === 'reset') request.socket.resetAndDestroy()
  else if (fault === 'html') sendHtml(response, 200, '<h1>Welcome</h1>')
  else if (fault === 'redirect') {
    response.writeHead(302, { location: '/login' }).end()
  } else if (fault === 'long') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ access_token: 'x'.repeat(2 * 1024 * 1024) }))
  } else sendHtml(response, fault, `<h1>${fault}</h1>`)
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html;charset=UTF-8' }).end(html)
}

// Taken in frames too, from this machine without TLS.
const cookieAttributes = 'Path=/; HttpOnly; Secure; SameSite=None; Partitioned'

function sendToBrowser(
  response: ServerResponse,
  { status, html = '', location, cookie }: BrowserAnswer,
): void {
  if (cookie !== undefined) {
    const life = cookie === '' ? '; Max-Age=0' : ''
    response.setHeader('set-cookie', `${cookieName}=${cookie}; ${cookieAttributes}${life}`)
  }
  if (location !== undefined) response.setHeader('location', location)
  sendHtml(response, status, html)
}

function userOf({ browsers }: AuthState, { headers }: IncomingMessage): SimulatedUser | undefined {
  const [, name = ''] = new RegExp(`${cookieName}=([0-9a-f]+)`).exec(headers.cookie ?? '') ?? []
  return browsers.get(name)
}
