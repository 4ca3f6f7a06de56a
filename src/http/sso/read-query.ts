import { lengths } from '../../contract/index.ts'
import { isStorable } from '../../domain/storable-text.ts'
import type { LoginRequest } from '../../sso/begin-login.ts'
import type { CallbackRequest } from '../../sso/known-login.ts'
import { SsoFault } from '../../sso/sso-fault.ts'

type Query = Readonly<Record<string, unknown>>

/** What the product asks for. Throws SsoFault. */
export function readLogin(query: Query): LoginRequest {
  const protocol = textOf(query, 'protocol', 16) ?? 'oauth'
  if (protocol !== 'oauth' && protocol !== 'cas') {
    throw new SsoFault('request-faulty', 'protocol is neither oauth nor cas')
  }
  return {
    tenantId: textOf(query, 'tenant', lengths.tenantId),
    protocol,
    productState: textOf(query, 'state', lengths.ssoState),
  }
}

/** What a browser comes back with. Throws SsoFault. */
export function readCallback(query: Query): CallbackRequest {
  return {
    code: textOf(query, 'code', lengths.authCode),
    ticket: textOf(query, 'ticket', 1024),
    tenantId: textOf(query, 'tenant', lengths.tenantId),
    state: textOf(query, 'state', 1024),
    error: textOf(query, 'error', 1024),
  }
}

/** One parameter; an empty one is missing. Throws SsoFault for one that is too long, or there twice. */
export function textOf(query: Query, name: string, most: number): string | undefined {
  const value = query[name]
  if (value === undefined || value === '') return undefined
  if (typeof value === 'string' && value.length <= most && isStorable(value)) return value
  throw new SsoFault('request-faulty', `${name} is not a text of at most ${most} characters`)
}
