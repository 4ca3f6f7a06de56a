import type { IncomingHttpHeaders } from 'node:http'
import { type AuthState, type Pass, issue, take } from './state.ts'

/** An answer of an endpoint that a server asks. */
export interface EndpointAnswer {
  readonly status: number
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
  /** What a list of calls tells of it. */
  readonly told: string
}

/** `POST /api/v1/oauth2/token`: a code, or a refresh token, for tokens. */
export function token(state: AuthState, form: URLSearchParams): EndpointAnswer {
  const client = state.clients.find(({ clientId }) => clientId === form.get('client_id'))
  if (client === undefined || client.clientSecret !== form.get('client_secret')) {
    // Its status is not documented; Spring Security OAuth, whose words these are, has this one.
    const headers = { 'www-authenticate': 'Form realm="oauth2/client"' }
    return { ...refused(401, 'invalid_client', 'Bad client credentials'), headers }
  }
  const grant = form.get('grant_type')
  if (grant === 'authorization_code') return byCode(state, client.clientId, form)
  if (grant !== 'refresh_token') return refused(400, 'unsupported_grant_type', String(grant))
  const pass = take(state.refreshTokens, form.get('refresh_token') ?? '', state)
  if (pass?.clientId !== client.clientId) {
    return refused(400, 'invalid_grant', 'Invalid refresh token')
  }
  return tokens(state, pass)
}

function byCode(state: AuthState, clientId: string, form: URLSearchParams): EndpointAnswer {
  // Gone from here on, whoever shows it.
  const pass = take(state.codes, form.get('code') ?? '', state)
  if (pass === undefined) return refused(400, 'invalid_grant', 'Invalid authorization code')
  const redirectUri = form.get('redirect_uri')
  if (redirectUri !== null && redirectUri !== pass.target) {
    return refused(400, 'invalid_grant', 'Redirect URI mismatch.')
  }
  if (pass.clientId !== clientId) return refused(401, 'invalid_client', 'Client ID mismatch')
  return tokens(state, pass)
}

const refreshLifeMs = 30 * 24 * 3600_000

function tokens(state: AuthState, { user, clientId }: Pass): EndpointAnswer {
  const { accessSeconds, toldSeconds = accessSeconds, ...oddities } = state.oddities
  const { secondsAsText, refreshToken, nulls } = oddities
  const pass = (lifeMs: number) => ({
    ...{ user, clientId, target: undefined },
    endsAt: state.now() + lifeMs,
  })
  const body = {
    access_token: issue(state.accessTokens, pass(accessSeconds * 1000)),
    token_type: 'Bearer',
    expires_in: secondsAsText ? String(toldSeconds) : toldSeconds,
    scope: nulls ? null : 'get_user_info',
    ...(refreshToken && { refresh_token: issue(state.refreshTokens, pass(refreshLifeMs)) }),
    ...(!refreshToken && nulls && { refresh_token: null }),
  }
  return { status: 200, body, told: 'tokens' }
}

/** `GET /api/v1/oauth2/userinfo`. */
export function userInfo(state: AuthState, headers: IncomingHttpHeaders): EndpointAnswer {
  if (headers.accept?.includes('application/json') !== true) {
    return refused(406, 'not_acceptable', 'Accept: application/json is wanted')
  }
  const [, bearer = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? []
  const pass = state.accessTokens.get(bearer)
  if (pass === undefined || pass.endsAt <= state.now()) {
    return refused(401, 'unauthorized', 'Full authentication is required to access this resource')
  }
  const { tenantId: tenant, ...user } = pass.user
  const { tenantInUserInfo, nulls } = state.oddities
  const body = {
    ...user,
    ...(tenantInUserInfo === true && { tenant }),
    ...(typeof tenantInUserInfo === 'string' && { tenant: tenantInUserInfo }),
    ...(nulls && { email: null, mobile: null, organizationName: null }),
  }
  return { status: 200, body, told: 'user' }
}

/** `GET /api/v1/cas/p3/serviceValidate`: the service has to be the one of the ticket, to the letter. */
export function casValidate(state: AuthState, query: URLSearchParams): EndpointAnswer {
  const pass = take(state.tickets, query.get('ticket') ?? '', state)
  if (pass === undefined || pass.target !== query.get('service')) {
    const failure = { code: 'INVALID_TICKET', description: 'the ticket provided was not valid' }
    const body = { serviceResponse: { authenticationFailure: failure } }
    return { status: 200, body, told: 'INVALID_TICKET' }
  }
  const { tenantId: tenant, ...user } = pass.user
  const attributes = { ...user, tenant, isFromNewLogin: true }
  const success = { user: user.userName, attributes }
  return {
    status: 200,
    body: { serviceResponse: { authenticationSuccess: success } },
    told: 'user',
  }
}

function refused(status: number, error: string, description: string): EndpointAnswer {
  return {
    status,
    body: { error, error_description: description },
    told: `${error}: ${description}`,
  }
}
