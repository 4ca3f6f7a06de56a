// The rules of src/explain and of src/crypto were written apart, because one runs in a browser: here they
// agree, on the vectors, on the pages of the guide, and on whatever comes.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/explain/message/message.ts'
import type { SchemeId } from '../../src/explain/scheme.ts'
import { schemes } from '../../src/explain/schemes/schemes.ts'
import { signMessage } from '../../src/explain/sign.ts'
import { akSkSignature } from '../../src/crypto/ak-sk-signature.ts'
import { bodySignature } from '../../src/crypto/body-sign.ts'
import { findKitV2Key } from '../../src/crypto/kit-v2-signature.ts'
import { signUsage } from '../../src/crypto/usage-signature.ts'
import { findV1BodyKey, findV1Query } from '../../src/crypto/v1-auth-token.ts'
import { findV2Key, signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { signWebhook, webhookKey } from '../../src/crypto/webhook-signature.ts'
import { languages } from '../../scripts/shared/languages.ts'
import { scale, seed } from '../harness/scale.ts'
import { blocksOf, given, pageIn } from '../docs/guide-page.ts'

type Vectors = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
const vectorsOf = (name: string) =>
  JSON.parse(readFileSync(`openapi/vectors/${name}.json`, 'utf8')) as Vectors

interface Sent {
  readonly method?: string
  readonly target?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const message = ({ method = 'POST', target = '/a', headers = {}, body = '' }: Sent): Message => ({
  kind: 'request',
  method,
  target,
  headers: Object.entries(headers),
  body: new TextEncoder().encode(body),
})

/** The signature that a way of signing expects of a message. */
function expectedOf(scheme: SchemeId, sent: Sent, key: string): string {
  const seen = schemes[scheme].examine(message(sent), [{ name: 'key', key }])
  return 'kind' in seen ? seen.text.en : seen.expected
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const query = (parameters: Readonly<Record<string, string>>) =>
  `/a?${new URLSearchParams(parameters).toString()}`

describe('the vectors come out', () => {
  test('of V2', () => {
    for (const vector of vectorsOf('v2-query-signature')['vectors'] ?? []) {
      const { key, nonce, timestamp, payload, signature } = vector
      const target = query({ nonce: text(nonce), timestamp: text(timestamp) })
      expect(expectedOf('v2', { target, body: text(payload) }, text(key))).toBe(signature)
    }
  })

  test('of V1, in a query and in a body', () => {
    for (const { key, parameters, expected } of vectorsOf('v1-auth-token')['queries'] ?? []) {
      const target = query(parameters as Readonly<Record<string, string>>)
      const { authToken } = expected as Readonly<Record<string, string>>
      expect(expectedOf('v1-query', { method: 'GET', target }, text(key))).toBe(authToken)
    }
    for (const { key, body, expected } of vectorsOf('v1-auth-token')['bodies'] ?? []) {
      const { authToken } = expected as Readonly<Record<string, string>>
      expect(expectedOf('v1-body', { body: text(body) }, text(key))).toBe(authToken)
    }
  })

  test('of kit V2, Body-Sign, usage and webhooks', () => {
    for (const { accessKey, nonce, timestamp, payload, expected } of vectorsOf('kit-v2-signature')[
      'vectors'
    ] ?? []) {
      const headers = { 'x-nonce': text(nonce), 'x-timestamp': text(timestamp) }
      expect(expectedOf('kit-v2', { headers, body: text(payload) }, text(accessKey))).toBe(expected)
    }
    for (const { key, body, expected } of vectorsOf('body-sign')['vectors'] ?? []) {
      expect(expectedOf('body-sign', { body: text(body) }, text(key))).toBe(expected)
    }
    for (const { key, ts, nonce, body, expected } of vectorsOf('usage-signature')['signatures'] ??
      []) {
      const headers = { ts: text(ts), nonce: text(nonce) }
      expect(expectedOf('usage', { headers, body: text(body) }, text(key))).toBe(expected)
    }
    for (const { secret, id, timestamp, payload, expected } of vectorsOf('webhook-signature')[
      'vectors'
    ] ?? []) {
      const headers = { 'webhook-id': text(id), 'webhook-timestamp': text(timestamp) }
      expect(expectedOf('webhook', { headers, body: text(payload) }, text(secret))).toBe(expected)
    }
  })

  test('of AK/SK, each step of them', () => {
    for (const vector of vectorsOf('ak-sk-signature')['signatures'] ?? []) {
      const { method, url, headers, body, secretKey = '-', expected } = vector
      const { signedHeaders, canonicalSha256, signature } = expected as Record<string, string>
      const authorization = `SDK-HMAC-SHA256 Access=a, SignedHeaders=${signedHeaders}, Signature=`
      const given = { ...(headers as Readonly<Record<string, string>>), authorization }
      const sent = { method: text(method), target: text(url), headers: given, body: text(body) }
      const seen = schemes['ak-sk'].examine(message(sent), [{ name: 'SK', key: text(secretKey) }])
      const steps = 'kind' in seen ? [] : seen.steps
      expect(steps.find(({ id }) => id === 'hash')?.parts[0]?.content).toBe(canonicalSha256)
      if (signature !== undefined) expect(steps.at(-1)?.parts[0]?.content).toBe(signature)
    }
  })
})

describe.each(languages)('the worked examples of the guide in %s come out', (language) => {
  test('of V2, each step of them', () => {
    const page = pageIn(language, 'signing-v2')
    const key = given(page, language === 'en' ? 'access key' : '访问密钥')
    const target = query({ timestamp: given(page, 'timestamp'), nonce: given(page, 'nonce') })
    const [body = ''] = blocksOf(page, 'json')
    const [inner, whole, signature] = blocksOf(page, 'text')
    const seen = schemes.v2.examine(message({ target, body }), [{ name: 'key', key }])
    const steps = 'kind' in seen ? [] : seen.steps
    expect(steps.slice(1).map(({ parts }) => parts.map(({ content }) => content).join(''))).toEqual(
      [inner, whole, signature],
    )
  })

  test('of the authToken of a query, with its key', () => {
    const page = pageIn(language, 'signing-v1')
    const [line = '', whole, token] = blocksOf(page, 'text')
    const seen = schemes['v1-query'].examine(message({ method: 'GET', target: line.slice(4) }), [
      { name: 'Key', key: given(page, 'Key') },
    ])
    const steps = 'kind' in seen ? [] : seen.steps
    expect(steps.find(({ id }) => id === 'text')?.parts[0]?.content).toBe(whole)
    expect(steps.at(-1)?.parts[0]?.content).toBe(token)
  })
})

describe('what Koogate accepts is right here, and nothing else', () => {
  const options = { numRuns: scale.explainedRequests, seed }
  const anyText = fc.string({ unit: 'binary', maxLength: 12 })
  const key = fc.string({ minLength: 1, maxLength: 20 })
  const anyBody = fc.oneof(
    fc
      .dictionary(fc.string({ maxLength: 4 }), fc.jsonValue(), { maxKeys: 4 })
      .map((one) => JSON.stringify(one)),
    fc
      .dictionary(fc.string({ maxLength: 4 }), fc.jsonValue(), { maxKeys: 4 })
      .map((one) => JSON.stringify(one, undefined, 1)),
    anyText,
  )

  test('in V2 and kit V2, over the bytes and over the sorted form', () => {
    fc.assert(
      fc.property(key, anyText, anyBody, anyBody, (accessKey, nonce, body, signed) => {
        const timestamp = '1680508066618'
        const signature = signV2Query({ key: accessKey, nonce, timestamp, payload: signed })
        const claim = {
          nonce: nonce.toWellFormed(),
          timestamp,
          signature,
          rawBody: Buffer.from(body),
        }
        const seen = schemes.v2.examine(message({ target: query({ nonce, timestamp }), body }), [
          { name: 'key', key: accessKey },
        ])
        const expected = 'kind' in seen ? '' : seen.expected
        expect(findV2Key({ ...claim, signature: expected }, [accessKey])).toBe(accessKey)
        const headers = { 'x-nonce': claim.nonce, 'x-timestamp': timestamp }
        const ofKit = expectedOf('kit-v2', { headers, body }, accessKey)
        expect(findKitV2Key({ ...claim, signature: ofKit }, [accessKey])).toBe(accessKey)
        if (!('kind' in seen) && findV2Key(claim, [accessKey]) !== undefined) {
          expect(seen.judge(signature).kind).toBe('right')
        }
      }),
      options,
    )
  })

  test('in the query and in the body of V1', () => {
    fc.assert(
      fc.property(key, fc.dictionary(anyText, anyText, { maxKeys: 5 }), (ofStore, some) => {
        const parameters = { ...some, timeStamp: '20260131080000123' }
        const target = query(parameters)
        const authToken = expectedOf('v1-query', { method: 'GET', target }, ofStore)
        const signed = `${target.slice(3)}&authToken=${encodeURIComponent(authToken)}`
        expect(findV1Query(signed, [ofStore])?.key).toBe(ofStore)
        const ofBody = expectedOf('v1-body', { body: JSON.stringify(parameters) }, ofStore)
        expect(findV1BodyKey({ authToken: ofBody, members: parameters }, [ofStore])).toBe(ofStore)
      }),
      options,
    )
  })

  test('in everything that Koogate signs itself', () => {
    fc.assert(
      fc.property(
        key,
        anyText,
        fc.webPath(),
        fc.array(fc.tuple(anyText, anyText), { maxLength: 4 }),
        (secret, raw, path, pairs) => {
          const body = raw.toWellFormed()
          expect(expectedOf('body-sign', { body }, secret)).toBe(bodySignature(secret, body))
          const stamp = { ts: '1680508066618', nonce: 'n' }
          expect(expectedOf('usage', { headers: stamp, body }, secret)).toBe(
            signUsage({ key: secret, ...stamp, body }),
          )
          const whsec = `whsec_${Buffer.from(`24 bytes or more of it: ${secret}`).toString('base64')}`
          const headers = { 'webhook-id': 'id', 'webhook-timestamp': '1680508066' }
          const content = { id: 'id', at: new Date(1_680_508_066_000), body: Buffer.from(body) }
          expect(expectedOf('webhook', { headers, body }, whsec)).toBe(
            signWebhook(webhookKey(whsec), content),
          )
          const url = new URL(`https://a.example${path}?${new URLSearchParams(pairs).toString()}`)
          const dated = { 'x-sdk-date': '20260131T080000Z' }
          const request = { method: 'PUT', url, headers: { ...dated, host: url.host }, body }
          const signature = akSkSignature(request, ['host', 'x-sdk-date'], secret)
          expect(
            expectedOf('ak-sk', { method: 'PUT', target: url.href, headers: dated, body }, secret),
          ).toBe(signature)
        },
      ),
      options,
    )
  })
})

test('a message that is signed here is right, and stays as it was otherwise', () => {
  const moment = { now: new Date('2026-01-31T08:00:00.123Z'), nonce: 'AB12', accessKey: 'ak' }
  for (const scheme of Object.values(schemes)) {
    const sent = message({ target: 'https://a.example/x?a=1', body: '{"b":"测"}' })
    const signed = signMessage({ scheme: scheme.id, message: sent, key: 'key', moment })
    if (signed.kind === 'problem') throw new Error(signed.text.en)
    const seen = scheme.examine(signed, [{ name: 'key', key: 'key' }])
    expect('kind' in seen ? seen.text : seen.judge(seen.received ?? '')).toEqual({ kind: 'right' })
    expect(scheme.isIn(signed)).toBe(true)
    expect(signed.target.startsWith('https://a.example/x?a=1')).toBe(true)
  }
})
