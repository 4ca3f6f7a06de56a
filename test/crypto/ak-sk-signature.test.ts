import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sha256Hex } from '../../src/crypto/ak-sk-canonical-request.ts'
import {
  akSkSignature,
  canonicalQuery,
  canonicalRequest,
  signStoreRequest,
  type UnsignedStoreRequest,
} from '../../src/crypto/ak-sk-signature.ts'
import { verifyStoreRequest } from '../harness/verify-store-request.ts'

const Vectors = z.object({
  signatures: z.array(
    z.object({
      name: z.string(),
      method: z.string(),
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      accessKey: z.string().optional(),
      secretKey: z.string().optional(),
      expected: z.object({
        signedHeaders: z.string(),
        canonicalSha256: z.string(),
        signature: z.string().optional(),
      }),
    }),
  ),
  canonicalQueries: z.array(
    z.object({
      name: z.string(),
      parameters: z.array(z.tuple([z.string(), z.string()])),
      expected: z.string(),
    }),
  ),
})

const vectors = Vectors.parse(
  JSON.parse(readFileSync('openapi/vectors/ak-sk-signature.json', 'utf8')),
)

describe('the known-answer vectors', () => {
  it.each(vectors.signatures)('$name: the canonical request has the expected hash', (vector) => {
    const request = { ...vector, url: new URL(vector.url) }
    const canonical = canonicalRequest(request, Object.keys(vector.headers))
    expect(sha256Hex(canonical)).toBe(vector.expected.canonicalSha256)
    expect(canonical.split('\n').at(-2)).toBe(vector.expected.signedHeaders)
  })

  const signed = vectors.signatures.filter(({ secretKey }) => secretKey !== undefined)
  it('are six with a signature', () => {
    expect(signed).toHaveLength(6)
  })

  it.each(signed)('$name: the signature is the expected one', (vector) => {
    const request = { ...vector, url: new URL(vector.url) }
    const names = Object.keys(vector.headers).reverse()
    const signature = akSkSignature(request, names, vector.secretKey ?? '')
    expect(signature).toBe(vector.expected.signature)
  })

  const withHost = signed.filter(({ expected }) => expected.signedHeaders.includes('host'))
  it.each(withHost)('$name: the signer sends that very authorization', (vector) => {
    const { accessKey = '', secretKey = '', expected } = vector
    const { headers } = vector
    const now = readDate(headers['x-sdk-date'] ?? headers['X-Sdk-Date'] ?? '')
    const url = new URL(vector.url)
    const sent = signStoreRequest({ ...vector, url, accessKey, secretKey, now })
    expect(sent.authorization).toBe(
      `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${expected.signedHeaders}, Signature=${expected.signature ?? ''}`,
    )
  })

  it.each(vectors.canonicalQueries)('$name: the canonical query', ({ parameters, expected }) => {
    expect(canonicalQuery(parameters)).toBe(expected)
    expect(canonicalQuery([...parameters].reverse())).toBe(expected)
  })
})

describe('signing', () => {
  it('leaves out names with an underscore and the content type of a multipart body', () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x', TEST_UNDERSCORE: 'y' }
    const sent = signStoreRequest({ ...unsignedRequest(), headers })
    expect(sent.authorization).toContain('SignedHeaders=host;x-sdk-date,')
    expect(sent).toMatchObject({
      'content-type': headers['Content-Type'],
      test_underscore: 'y',
    })
  })

  it('replaces the signature of an earlier attempt', () => {
    const first = signStoreRequest(unsignedRequest())
    const later = new Date(unsignedRequest().now.getTime() + 3_600_000)
    const again = signStoreRequest({ ...unsignedRequest(), headers: first, now: later })
    expect(again).toEqual(signStoreRequest({ ...unsignedRequest(), now: later }))
    expect(again.authorization).not.toBe(first.authorization)
  })

  it('signs the method in upper case, values without blanks at their ends, and the order of names', () => {
    const { headers, ...request } = { ...unsignedRequest(), headers: { b: '1', A: '2' } }
    const signed = akSkSignature({ ...request, headers }, ['b', 'A'], 'SecretKey')
    const odd = { ...request, method: 'post', headers: { B: ' 1 ', a: '2\t' } }
    expect(akSkSignature(odd, ['A', 'b'], 'SecretKey')).toBe(signed)
    expect(akSkSignature({ ...odd, method: 'PUT' }, ['A', 'b'], 'SecretKey')).not.toBe(signed)
  })

  it('counts a header that the request lacks as empty', () => {
    const { headers, ...request } = { ...unsignedRequest(), headers: { a: '' } }
    const signed = akSkSignature({ ...request, headers }, ['a'], 'SecretKey')
    expect(akSkSignature({ ...request, headers: {} }, ['a'], 'SecretKey')).toBe(signed)
    const dateless = { ...request, headers: { 'x-sdk-date': '' } }
    expect(akSkSignature(dateless, ['a'], 'SecretKey')).toBe(signed)
  })

  it('signs whatever else speaks of multipart', () => {
    const sent = signStoreRequest({ ...unsignedRequest(), headers: { note: 'multipart/x' } })
    expect(sent.authorization).toContain('SignedHeaders=host;note;x-sdk-date,')
  })

  it('signs a content type that is not multipart, and nothing twice', () => {
    const sent = signStoreRequest({
      ...unsignedRequest(),
      headers: { 'content-type': 'x-multipart/' },
    })
    expect(sent.authorization).toContain('SignedHeaders=content-type;host;x-sdk-date,')
    expect(signStoreRequest({ ...unsignedRequest(), headers: sent })).toEqual(sent)
  })

  it('takes the declared hash instead of the body', () => {
    const headers = { 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD' }
    const one = signStoreRequest({ ...unsignedRequest(), headers, body: 'one' })
    expect(signStoreRequest({ ...unsignedRequest(), headers, body: 'two' })).toEqual(one)
  })

  it('sorts parameters by code point, not by UTF-16 unit', () => {
    const query = canonicalQuery([
      ['\u{1F600}', '1'],
      ['\uFF21', '2'],
    ])
    expect(query).toBe('%EF%BC%A1=2&%F0%9F%98%80=1')
  })
})

describe('verifying', () => {
  it('accepts a signed request and names its access key', () => {
    expect(verify({})).toEqual({ verified: true, accessKey: 'AccessKey' })
  })

  it('accepts a signature in upper-case hex', () => {
    const { authorization = '' } = signStoreRequest(unsignedRequest())
    const upper = authorization.replace(/[0-9a-f]{64}$/, (hex) => hex.toUpperCase())
    expect(verify({ headers: { authorization: upper } }).verified).toBe(true)
  })

  it('accepts a hash of the body that is declared', () => {
    const headers = { 'x-sdk-content-sha256': sha256Hex('{"name":"test"}') }
    const signed = signStoreRequest({ ...unsignedRequest(), headers })
    expect(verify({ headers: signed }).verified).toBe(true)
  })

  it('accepts a body that is left out of the signature', () => {
    const headers = { 'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD' }
    const signed = signStoreRequest({ ...unsignedRequest(), headers })
    expect(verify({ headers: signed, body: 'other' }).verified).toBe(true)
  })

  it.each<[string, Changed]>([
    ['the signature does not match', { method: 'PUT' }],
    ['the signature does not match', { url: new URL('https://mkt.example.com/a/c?x=1') }],
    ['the signature does not match', { url: new URL('https://mkt.example.com/a/b?x=2') }],
    ['the signature does not match', { headers: { 'content-type': 'text/plain' } }],
    ['the signature does not match', { headers: { host: 'mkt.example.cn' } }],
    ['the signature does not match', { body: '{}' }],
    ['the authorization header is missing or malformed', { headers: { authorization: '' } }],
    ['the authorization header is missing or malformed', { without: 'authorization' }],
    ['x-sdk-date is not of the form', { headers: { 'x-sdk-date': '2022-07-26T06:47:36Z' } }],
    ['x-sdk-date is not of the form', { headers: { 'x-sdk-date': 'x20220726T064736Z' } }],
    ['x-sdk-date is not of the form', { headers: { 'x-sdk-date': '20220726T064736Zx' } }],
    ['x-sdk-date is not of the form', { headers: { 'x-sdk-date': '20221326T064736Z' } }],
    ['the signed header content-type is missing', { without: 'content-type' }],
    ['x-sdk-date is not of the form', { headers: { 'x-sdk-date': '20220231T064736Z' } }],
    ['x-sdk-date is more than 15 minutes away', { minutesLater: 15.1 }],
    ['x-sdk-date is more than 15 minutes away', { minutesLater: -15.1 }],
    ['x-sdk-content-sha256 is not', { headers: { 'x-sdk-content-sha256': 'a'.repeat(64) } }],
  ])('refuses: %s (%o)', (reason, changed) => {
    expect(verify(changed)).toEqual({
      verified: false,
      reason: expect.stringContaining(reason) as string,
    })
  })

  it.each([
    (sent: string) => `x${sent}`,
    (sent: string) => `${sent}0`,
    (sent: string) => sent.replace('Access=', 'Access= '),
    (sent: string) => sent.replace(/Access=\w+/, 'Access='),
    (sent: string) => sent.replace(/SignedHeaders=[^,]+/, 'SignedHeaders='),
    (sent: string) => sent.replaceAll(',', ';'),
    (sent: string) => sent.slice(0, -1),
  ])('reads no authorization of another form: %s', (spoil) => {
    const { authorization = '' } = signStoreRequest(unsignedRequest())
    expect(verify({ headers: { authorization: spoil(authorization) } })).toEqual({
      verified: false,
      reason: 'the authorization header is missing or malformed',
    })
  })

  it('reads an authorization without blanks behind its commas, in any case', () => {
    const { authorization = '' } = signStoreRequest(unsignedRequest())
    for (const written of [
      authorization.replaceAll(', ', ','),
      authorization.replace('SDK', 'sdk'),
    ]) {
      expect(verify({ headers: { authorization: written } })).toMatchObject({ verified: true })
    }
  })

  it.each([15, -15, 14.9, -14.9])('accepts %d minutes between the clocks', (minutesLater) => {
    expect(verify({ minutesLater }).verified).toBe(true)
  })

  it.each([
    ['host', 'x-sdk-date'],
    ['x-sdk-date', 'host'],
  ])('refuses a request that does not sign its header %s', (unsigned, name) => {
    const headers = { host: 'mkt.example.com', 'x-sdk-date': '20220726T064736Z' }
    const request = { ...unsignedRequest(), headers }
    const signature = akSkSignature(request, [name], 'SecretKey')
    const authorization = `SDK-HMAC-SHA256 Access=AccessKey, SignedHeaders=${name}, Signature=${signature}`
    const sent = { ...request, headers: { ...headers, authorization } }
    const verdict = verifyStoreRequest(sent, () => 'SecretKey')
    expect(verdict).toEqual({ verified: false, reason: `the header ${unsigned} is not signed` })
  })

  it('refuses an unknown access key and a wrong secret', () => {
    const { now, ...request } = unsignedRequest()
    const headers = signStoreRequest({ ...request, now })
    const verdict = verifyStoreRequest({ ...request, headers, now }, () => undefined)
    expect(verdict).toEqual({ verified: false, reason: 'the access key is unknown' })
    const wrong = verifyStoreRequest({ ...request, headers, now }, () => 'another')
    expect(wrong).toEqual({ verified: false, reason: 'the signature does not match' })
  })
})

interface Changed extends Partial<UnsignedStoreRequest> {
  readonly minutesLater?: number
  readonly without?: string
}

function verify({ minutesLater = 0, without, headers, ...changed }: Changed) {
  const request = unsignedRequest()
  const sent = { ...signStoreRequest(request), ...headers }
  const kept = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== without))
  const now = new Date(request.now.getTime() + minutesLater * 60_000)
  return verifyStoreRequest({ ...request, ...changed, headers: kept, now }, (accessKey) =>
    accessKey === 'AccessKey' ? 'SecretKey' : undefined,
  )
}

function unsignedRequest(): UnsignedStoreRequest {
  return {
    method: 'POST',
    url: new URL('https://mkt.example.com/a/b?x=1'),
    headers: { 'Content-Type': 'application/json' },
    body: '{"name":"test"}',
    accessKey: 'AccessKey',
    secretKey: 'SecretKey',
    now: new Date('2022-07-26T06:47:36Z'),
  }
}

function readDate(text: string): Date {
  return new Date(text.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'))
}
