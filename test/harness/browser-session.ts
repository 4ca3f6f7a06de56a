import { expect } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { type Answer, sendTo } from './contract-hook.ts'
import { type TestService, managementToken } from './service.ts'

type Service = Pick<TestService, 'url'>
type Headers = Readonly<Record<string, string>>

/** What a request of a page says beside its cookie; what is left out is right. */
export interface PageOptions {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly body?: unknown
  readonly headers?: Headers
  /** What the browser says of where the page is; the page of the service itself by default. */
  readonly from?: Headers
}

/** A browser in which somebody is signed in. */
export interface SignedIn {
  /** The cookie as it is sent: name and value. */
  readonly cookie: string
  readonly setCookie: string
  readonly session: ManagementSchemas['Session']
  /** Sends what a page of the service sends, with the cookie. */
  readonly send: (path: string, options?: PageOptions) => Promise<Answer>
}

/** What a browser says of a page of the service itself. */
export const samePage: Headers = { 'sec-fetch-site': 'same-origin' }

/** Asks for a session as the page of sign-in does. */
export function askForSession(
  service: Service,
  authorization = `Bearer ${managementToken}`,
  headers: Headers = samePage,
): Promise<Answer> {
  return sendTo(service, '/api/v1/session', {
    method: 'POST',
    headers: { authorization, ...headers },
  })
}

/** Signs in with a token, that of the settings by default. */
export async function signIn(
  service: Service,
  authorization?: string,
  more: Headers = {},
): Promise<SignedIn> {
  const answer = await askForSession(service, authorization, { ...samePage, ...more })
  expect(answer.status, answer.text).toBe(200)
  const [setCookie = ''] = answer.headers.getSetCookie()
  const [cookie = ''] = setCookie.split(';', 1)
  return {
    cookie,
    setCookie,
    session: answer.body as ManagementSchemas['Session'],
    send: (path, options) => sendAs(service, cookie, path, options),
  }
}

/** Sends what a page sends with a cookie. */
export function sendAs(
  service: Service,
  cookie: string,
  path: string,
  options: PageOptions = {},
): Promise<Answer> {
  const { method = 'GET', body, headers, from = samePage } = options
  return sendTo(service, `/api/v1${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...from,
      cookie,
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
