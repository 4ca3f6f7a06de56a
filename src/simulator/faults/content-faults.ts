import type { SignedRequest } from '../calls/signed-request.ts'
import { membersOf, type Signing, withMembers } from './re-sign.ts'

/** A member that no document names, rightly signed: to be taken as if it were not there. */
export function withUnknownField(request: SignedRequest, signing: Signing): SignedRequest {
  const members = { ...membersOf(request, signing), futureField: 'futureValue' }
  return withMembers(request, signing, members)
}

/** The members that are one of a few words, the first one that is there counts. */
const enumerated = ['scene', 'status', 'instanceStatus', 'periodType', 'flag'] as const

/** A word that no document has, rightly signed: a scene, a status, or else the activity. */
export function withUnknownEnum(request: SignedRequest, signing: Signing): SignedRequest {
  const members = membersOf(request, signing)
  const name = enumerated.find((one) => members[one] !== undefined) ?? 'activity'
  // A flag of the kit is a number.
  const word = typeof members[name] === 'number' ? 99 : 'FUTURE_VALUE'
  return withMembers(request, signing, { ...members, [name]: word })
}

/** Ways to write that a body is JSON in UTF-8; the documents' own is `application/json;charset=utf8`. */
export const contentTypes = {
  utf8: 'application/json; charset=UTF-8',
  quoted: 'application/json;charset="utf-8"',
  absent: 'application/json',
  upper: 'APPLICATION/JSON;CHARSET=UTF8',
} as const

/** The request with another Content-Type; one without a body has none. */
export function withContentType(request: SignedRequest, contentType: string): SignedRequest {
  if (request.body === undefined) return request
  return { ...request, headers: { ...request.headers, 'Content-Type': contentType } }
}

/** The hexadecimal signature in another case, which the documents print both ways; V1's is Base64. */
export function withHexCase(
  request: SignedRequest,
  { generation }: Signing,
  hexCase: 'upper' | 'lower' | 'mixed',
): SignedRequest {
  const rewritten = (signature: string) => inCase(signature, hexCase)
  const header = request.headers['x-sign']
  if (generation === 'kitV2' && header !== undefined)
    return { ...request, headers: { ...request.headers, 'x-sign': rewritten(header) } }
  const url = new URL(request.url)
  const signature = url.searchParams.get('signature')
  if (signature === null) return request
  url.searchParams.set('signature', rewritten(signature))
  return { ...request, url }
}

function inCase(hex: string, hexCase: 'upper' | 'lower' | 'mixed'): string {
  if (hexCase === 'mixed') return `${hex.slice(0, 32).toUpperCase()}${hex.slice(32).toLowerCase()}`
  return hexCase === 'upper' ? hex.toUpperCase() : hex.toLowerCase()
}
