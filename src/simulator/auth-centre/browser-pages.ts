import { randomBytes } from 'node:crypto'
import { type AuthState, type SimulatedUser, clientFor, issue } from './state.ts'

/** What a browser gets: a page, or where it goes, and perhaps a cookie. */
export interface BrowserAnswer {
  readonly status: number
  readonly html?: string
  readonly location?: string
  readonly cookie?: string
}

/** What a browser asks. */
export interface BrowserRequest {
  readonly path: string
  readonly query: URLSearchParams
  /** The form of a POST. */
  readonly form: URLSearchParams
  /** Who is signed in in it. */
  readonly user: SimulatedUser | undefined
  /** Its path and query, to come back to. */
  readonly target: string
}

type Page = (state: AuthState, request: BrowserRequest) => BrowserAnswer

/** The pages of the auth centre, of the unified login and of the workbench, by path. */
export const browserPages: Readonly<Record<string, Page>> = {
  '/api/v1/oauth2/authorize': authorize,
  '/api/v1/cas/login': casLogin,
  '/login': signIn,
  '/api/v1/logout': (_state, { query }) => signOut(query.get('redirect_url')),
  '/api/v1/cas/logout': (_state, { query }) => signOut(query.get('service')),
  '/unified-login/': unifiedLogin,
  '/unified-login/enter': enter,
  '/workbench/open': enter,
}

function authorize(state: AuthState, { query, user, target }: BrowserRequest): BrowserAnswer {
  const client = state.clients.find(({ clientId }) => clientId === query.get('client_id'))
  const redirectUri = query.get('redirect_uri')
  if (client === undefined || redirectUri !== client.callback) {
    return { status: 400, html: '<h1>redirect_uri or client_id is not registered</h1>' }
  }
  if (user?.tenantId !== client.tenantId) return loginPage(state, client.tenantId, target)
  const { clientId } = client
  const pass = { user, clientId, target: redirectUri, endsAt: codeEnd(state) }
  const oauthState = query.get('state')
  const parameters = {
    code: issue(state.codes, pass),
    ...(oauthState !== null && { state: oauthState }),
  }
  return { status: 302, location: withQuery(redirectUri, parameters) }
}

function casLogin(state: AuthState, { query, user, target }: BrowserRequest): BrowserAnswer {
  const service = query.get('service') ?? ''
  const client = state.clients.find(({ callback }) => service.split('?')[0] === callback)
  if (client === undefined) return { status: 400, html: '<h1>service is not registered</h1>' }
  const tenantId = new URL(service).searchParams.get('tenant') ?? client.tenantId
  if (user?.tenantId !== tenantId) return loginPage(state, tenantId, target)
  const pass = { user, clientId: client.clientId, target: service, endsAt: codeEnd(state) }
  const ticket = issue(state.tickets, pass, 'ST-')
  return { status: 302, location: withQuery(service, { ticket }) }
}

/** The unified login, and the workbench, which begins a login itself. */
function enter(state: AuthState, request: BrowserRequest): BrowserAnswer {
  const given = request.form.size > 0 ? request.form : request.query
  const user = userNamed(state, given)
  const client = user && clientFor(state, user, given.get('appId') ?? '')
  if (user === undefined || client === undefined) {
    return { status: 400, html: '<h1>nobody is bound to this application</h1>' }
  }
  const { clientId, callback } = client
  const pass = { user, clientId, target: undefined, endsAt: codeEnd(state) }
  const parameters =
    given.get('protocol') === 'cas'
      ? { ticket: issue(state.tickets, { ...pass, target: casTarget(callback, user) }, 'ST-') }
      : { code: issue(state.codes, pass) }
  const location = withQuery(callback, { ...parameters, tenant: user.tenantId })
  return { status: 302, location, cookie: newBrowser(state, user) }
}

// As the store's sample has it: the tenant inside of the encoded service.
function casTarget(callback: string, { tenantId }: SimulatedUser): string {
  return withQuery(callback, { tenant: tenantId })
}

function signIn(state: AuthState, { form }: BrowserRequest): BrowserAnswer {
  const user = userNamed(state, form)
  if (user === undefined) return { status: 400, html: '<h1>there is no such user</h1>' }
  return { status: 302, location: form.get('back') ?? '/', cookie: newBrowser(state, user) }
}

// The browser forgets who it is.
function signOut(back: string | null): BrowserAnswer {
  return { status: 302, location: back ?? '/login', cookie: '' }
}

function userNamed({ users }: AuthState, given: URLSearchParams): SimulatedUser | undefined {
  const [userName, tenantId] = [given.get('user'), given.get('tenant')]
  return users.find(
    (one) => one.userName === userName && (tenantId === null || one.tenantId === tenantId),
  )
}

function newBrowser({ browsers }: AuthState, user: SimulatedUser): string {
  const name = randomBytes(16).toString('hex')
  browsers.set(name, user)
  return name
}

function codeEnd({ now, oddities }: AuthState): number {
  return now() + oddities.codeLifeMs
}

function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

function loginPage({ users }: AuthState, tenantId: string, back: string): BrowserAnswer {
  const those = users.filter((one) => one.tenantId === tenantId)
  return {
    status: 200,
    html: formPage(those, '/login', `<input type="hidden" name="back" value="${escaped(back)}">`),
  }
}

// What the page is for stands in its fragment, which no server sees.
function unifiedLogin({ users }: AuthState): BrowserAnswer {
  const script = `<script>
const { searchParams } = new URL(location.hash.slice(1), location.origin)
for (const field of document.querySelectorAll('[name=appId]')) field.value = searchParams.get('appId')
</script>`
  return {
    status: 200,
    html: formPage(users, '/unified-login/enter', '<input type="hidden" name="appId">') + script,
  }
}

function formPage(users: readonly SimulatedUser[], action: string, field: string): string {
  const forms = users.map(
    ({ userName, name, tenantId }) => `<form method="post" action="${action}">${field}
<input type="hidden" name="user" value="${escaped(userName)}">
<input type="hidden" name="tenant" value="${escaped(tenantId)}">
<button>${escaped(name)} (${escaped(userName)})</button></form>`,
  )
  return `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Auth centre</title><h1>Auth centre</h1>${forms.join('')}`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
