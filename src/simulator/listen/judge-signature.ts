import { bodySignFaults } from '../checks/signed-answer.ts'
import type { KeyType } from '../calls/access-keys.ts'
import { isHexSignature } from '../../crypto/find-body-key.ts'
import { findKitV2Key } from '../../crypto/kit-v2-signature.ts'
import { findV1BodyKey, findV1Query } from '../../crypto/v1-auth-token.ts'
import { findV2Key } from '../../crypto/v2-query-signature.ts'
import {
  keyTypes,
  parametersOf,
  rawQueryOf,
  type PassingRequest,
  type RecognisedCall,
  type Scheme,
} from './recognise.ts'

/** The keys that are known of a seller, the current one first, as far as somebody gave them. */
export type KnownKeys = Readonly<Partial<Record<KeyType, readonly string[]>>>

/** What became of a signature; `unchecked` where no key of its interface type is known. */
export type SignatureState = 'right' | 'wrong' | 'missing' | 'unchecked'

export interface SignatureVerdict {
  readonly state: SignatureState
  /** The interface type whose key made it. */
  readonly keyType?: KeyType
  readonly key?: string
}

type FindKey = (
  request: PassingRequest,
  call: RecognisedCall,
  keys: readonly string[],
) => string | undefined

/** What each scheme calls its signature, and who made it. */
const schemes: Readonly<
  Record<
    Scheme,
    {
      readonly given: (request: PassingRequest) => string | null | undefined
      readonly find: FindKey
    }
  >
> = {
  V2: { given: (request) => parametersOf(request).get('signature'), find: findInQuery },
  V1: {
    given: (request) => parametersOf(request).get('authToken'),
    find: ({ target }, _call, keys) => findV1Query(rawQueryOf(target), keys)?.key,
  },
  'kit V2': { given: ({ headers }) => headers['x-sign'], find: findInHeaders },
  'kit V1': {
    given: ({ headers }) => headers['authtoken'],
    find: ({ headers }, { members }, keys) =>
      findV1BodyKey({ authToken: headers['authtoken'] ?? '', members }, keys),
  },
}

/** Judges the signature of a call. That its time is fresh and its nonce new is not looked at. */
export function judgeSignature(
  request: PassingRequest,
  call: RecognisedCall,
  known: KnownKeys,
): SignatureVerdict {
  const { given, find } = schemes[call.scheme]
  if (!given(request)) return { state: 'missing' }
  const candidates = keyTypes[call.scheme].filter((type) => known[type]?.length)
  if (candidates.length === 0) return { state: 'unchecked' }
  for (const keyType of candidates) {
    const key = find(request, call, known[keyType] ?? [])
    if (key !== undefined) return { state: 'right', keyType, key }
  }
  return { state: 'wrong' }
}

function findInQuery(request: PassingRequest, _call: RecognisedCall, keys: readonly string[]) {
  const query = parametersOf(request)
  const valueOf = (name: string) => query.get(name) ?? ''
  const signature = valueOf('signature')
  if (!isHexSignature(signature)) return undefined
  const claim = { signature, timestamp: valueOf('timestamp'), nonce: valueOf('nonce') }
  return findV2Key({ ...claim, rawBody: request.body }, keys)
}

function findInHeaders(
  { headers, body }: PassingRequest,
  _call: RecognisedCall,
  keys: readonly string[],
) {
  const signature = headers['x-sign'] ?? ''
  if (!isHexSignature(signature)) return undefined
  const claim = {
    signature,
    timestamp: headers['x-timestamp'] ?? '',
    nonce: headers['x-nonce'] ?? '',
  }
  return findKitV2Key({ ...claim, rawBody: body }, keys)
}

/** An answer as it passed. */
export interface PassingAnswer {
  readonly rawHeaders: readonly string[]
  readonly body: Buffer
}

/** Judges the Body-Sign of an answer in V1; undefined where the scheme has none. */
export function judgeAnswer(
  { rawHeaders, body }: PassingAnswer,
  { scheme }: RecognisedCall,
  { key }: SignatureVerdict,
): SignatureState | undefined {
  if (scheme !== 'V1' && scheme !== 'kit V1') return undefined
  if (!rawHeaders.some((name, at) => at % 2 === 0 && name.toLowerCase() === 'body-sign'))
    return 'missing'
  if (key === undefined) return 'unchecked'
  return bodySignFaults({ rawHeaders, bytes: body }, key).length === 0 ? 'right' : 'wrong'
}
