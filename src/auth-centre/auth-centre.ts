import * as oauth from 'openid-client'
import type { StoreSchemas } from '../contract/index.ts'
import { jsonIn } from '../domain/json-in.ts'
import { authCentrePage } from '../domain/sso/auth-centre-url.ts'
import { type BoundedFetch, createBoundedFetch } from './bounded-fetch.ts'
import { readCasUser } from './cas-user.ts'
import { faultOfAnswer, translated } from './translate-fault.ts'
import { readUserInfo } from './user-info.ts'

/** By what Koogate is known at one auth centre. */
export interface AuthClient {
  /** Where it is, without a slash at its end. */
  readonly domain: string
  readonly clientId: string
  readonly clientSecret: string
}

/** Tokens of a user. */
export interface Tokens {
  readonly access: string
  /** How long the access token is good for, in seconds. */
  readonly seconds: number
  readonly refresh: string | undefined
}

/** Who signed in, as the auth centre says it. */
export type UserInfo = StoreSchemas['UserInfo']

/** The auth centres of the buyers' enterprises. Everything here throws AuthCentreError. */
export interface AuthCentre {
  /** Tokens for a code. `redirectUri` is the one of the authorization, if Koogate made it. */
  redeemCode(
    client: AuthClient,
    login: { readonly code: string; readonly redirectUri: string | undefined },
  ): Promise<Tokens>
  /** New tokens; without a new refresh token the old one stays. */
  renew(client: AuthClient, refresh: string): Promise<Tokens>
  readUser(client: AuthClient, access: string): Promise<UserInfo>
  /** The user of a CAS ticket; `service` is the address that the ticket was made for. */
  checkTicket(
    domain: string,
    login: { readonly ticket: string; readonly service: string },
  ): Promise<UserInfo>
  close(): Promise<void>
}

/** Makes what asks auth centres; `timeoutMs` holds for one question. */
export function createAuthCentre({ timeoutMs }: { readonly timeoutMs: number }): AuthCentre {
  const send = createBoundedFetch({ timeoutMs })
  return {
    async redeemCode(client, { code, redirectUri }) {
      const grant = { code, ...(redirectUri !== undefined && { redirect_uri: redirectUri }) }
      return tokensOf(
        await oauth
          .genericGrantRequest(configOf(client, send), 'authorization_code', grant)
          .catch(translated),
      )
    },
    async renew(client, refresh) {
      const answer = await oauth
        .refreshTokenGrant(configOf(client, send), refresh)
        .catch(translated)
      const tokens = tokensOf(answer)
      return { ...tokens, refresh: tokens.refresh ?? refresh }
    },
    async readUser(client, access) {
      const url = new URL(authCentrePage(client.domain, 'oauth2/userinfo', {}))
      const config = configOf(client, send)
      // Not fetchUserInfo: what comes has no `sub`.
      const answer = await oauth
        .fetchProtectedResource(config, access, url, 'GET', null, acceptJson())
        .catch(translated)
      return readUserInfo(await readJson(answer))
    },
    async checkTicket(domain, { ticket, service }) {
      const parameters = { service, ticket, format: 'JSON' }
      const url = authCentrePage(domain, 'cas/p3/serviceValidate', parameters)
      const answer = await send(url, { method: 'GET', headers: { accept: 'application/json' } })
      return readCasUser(await readJson(answer))
    },
    close: () => send.close(),
  }
}

const acceptJson = () => new Headers({ accept: 'application/json' })

// Its addresses follow from the domain; there is no discovery.
function configOf({ domain, clientId, clientSecret }: AuthClient, send: BoundedFetch) {
  const config = new oauth.Configuration(
    { issuer: domain, token_endpoint: authCentrePage(domain, 'oauth2/token', {}) },
    clientId,
    {},
    oauth.ClientSecretPost(clientSecret),
  )
  config[oauth.customFetch] = async (url, { method, headers, body }) => {
    return withoutNulls(await send(url, { method, headers, body: bodyText(body) }))
  }
  // Whether it may be is decided where the domain is looked at (credential.ts).
  // oxlint-disable-next-line typescript/no-deprecated -- marked so only that it stands out
  if (domain.startsWith('http:')) oauth.allowInsecureRequests(config)
  return config
}

// A member that is null or empty is missing, which the library takes for a fault.
async function withoutNulls(answer: Response): Promise<Response> {
  if (answer.status !== 200) return answer
  const text = await answer.text()
  const body = jsonIn(text)
  if (typeof body !== 'object' || body === null) return new Response(text, answer)
  const members = Object.entries(body).filter(([, value]) => value !== null && value !== '')
  return new Response(JSON.stringify(Object.fromEntries(members)), answer)
}

function bodyText(body: oauth.FetchBody): string | undefined {
  if (body instanceof URLSearchParams) return body.toString()
  if (body === undefined || body === null || typeof body === 'string') return body ?? undefined
  throw new TypeError('a body of this kind is not sent to an auth centre')
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  const { access_token: access, expires_in: told = 0, refresh_token } = answer
  // A token that is over when it comes is none: 0 says as little as nothing does.
  const seconds = told > 0 ? told : defaultSeconds
  const refresh = refresh_token === undefined || refresh_token === '' ? undefined : refresh_token
  return { access, seconds: Math.min(seconds, mostSeconds), refresh }
}

// Of what is told as longer no date can be made.
const mostSeconds = 400 * 24 * 3600

// accesstoken续期: https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649133.html
const defaultSeconds = 7200

async function readJson(answer: Response): Promise<unknown> {
  const text = await answer.text()
  const body = jsonIn(text)
  if (answer.status === 200 && body !== undefined) return body
  throw faultOfAnswer(answer.status, body)
}
