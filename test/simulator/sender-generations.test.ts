import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { signKitV2 as kitSignatureOf } from '../../src/crypto/kit-v2-signature.ts'
import { signV2Query } from '../../src/crypto/v2-query-signature.ts'
import { signKitV1 } from '../../src/simulator/calls/sign-kit-v1.ts'
import { signKitV2 } from '../../src/simulator/calls/sign-kit-v2.ts'
import { signV1 } from '../../src/simulator/calls/sign-v1.ts'
import { signV2 } from '../../src/simulator/calls/sign-v2.ts'

interface V1Vectors {
  readonly queries: readonly {
    readonly name: string
    readonly key: string
    readonly parameters: Readonly<Record<string, string>>
    readonly expected: { readonly authToken: string }
  }[]
  readonly bodies: readonly {
    readonly name: string
    readonly key: string
    readonly body: Readonly<Record<string, unknown>>
    readonly expected: { readonly authToken: string }
  }[]
}
interface BodyVectors {
  readonly vectors: readonly { readonly name: string; readonly payload: string }[]
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(`openapi/vectors/${name}.json`, 'utf8'))
}
const v1 = read('v1-auth-token') as V1Vectors
const v2 = read('v2-query-signature') as BodyVectors
const kitV2 = read('kit-v2-signature') as BodyVectors

const key = 'testkey-0123456789'
const address = new URL('https://seller.example/main/saas')
const client = {
  Connection: 'keep-alive',
  'User-Agent': 'Apache-HttpClient/4.5.3 (Java/1.8.0_191)',
}
/** The members in another order than the one they are signed in. */
const shuffled = (payload: string) =>
  Object.fromEntries(Object.entries(JSON.parse(payload) as object).reverse())

describe('a call of V1', () => {
  test.each(v1.queries)('carries the parameters and authToken of $name', (vector) => {
    const reversed = Object.fromEntries(Object.entries(vector.parameters).reverse())
    const { method, url, headers, body } = signV1(address, vector.key, reversed)
    expect({ method, path: url.pathname, headers, body }).toEqual({
      method: 'GET',
      path: '/main/saas',
      headers: client,
      body: undefined,
    })
    const sorted = Object.keys(vector.parameters).sort()
    expect([...url.searchParams.keys()]).toEqual([...sorted, 'authToken'])
    const { authToken } = vector.expected
    expect(Object.fromEntries(url.searchParams)).toEqual({ ...vector.parameters, authToken })
  })

  test('has its timeStamp in UTC of now, 17 digits, unless it brings one', () => {
    const now = () => new Date().toISOString().replace(/\D/g, '')
    const before = now()
    const stamp = signV1(address, key, { activity: 'x' }).url.searchParams.get('timeStamp') ?? ''
    expect(stamp).toMatch(/^\d{17}$/)
    const inTurn = [before, stamp, now()]
    expect([...inTurn].sort()).toEqual(inTurn)
  })
})

describe('a call of kit V1', () => {
  test.each(v1.bodies)('carries the authToken of $name in a header', (vector) => {
    const { method, url, headers, body } = signKitV1(address, vector.key, vector.body)
    expect(method).toBe('POST')
    expect(url.search).toBe('')
    expect(headers).toEqual({
      ...client,
      'Content-Type': 'application/json',
      authToken: vector.expected.authToken,
    })
    // In the order in which it was given.
    expect(body).toBe(JSON.stringify(vector.body))
  })
})

describe('a call of kit V2', () => {
  test.each(kitV2.vectors)('has the bytes of $name, signed in three headers', ({ payload }) => {
    const { method, url, headers, body } = signKitV2(address, key, shuffled(payload))
    expect(method).toBe('POST')
    expect(url.search).toBe('')
    expect(body).toBe(payload)
    const {
      'x-sign': sign,
      'x-timestamp': timestamp = '',
      'x-nonce': nonce = '',
      ...rest
    } = headers
    expect(rest).toEqual({ 'Content-Type': 'application/json' })
    expect(timestamp).toMatch(/^\d{13}$/)
    expect(nonce).toMatch(/^[0-9A-F]{64}$/)
    expect(sign).toBe(kitSignatureOf({ key, nonce, timestamp, payload }).toUpperCase())
  })
})

describe('a call of SaaS V2, License A and C and orders', () => {
  test.each(v2.vectors)('has the bytes of $name, signed in the query', ({ payload }) => {
    const { method, url, headers, body } = signV2(address, key, shuffled(payload))
    expect(method).toBe('POST')
    expect(body).toBe(payload)
    expect(headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json;charset=utf8',
    })
    expect([...url.searchParams.keys()]).toEqual(['signature', 'timestamp', 'nonce'])
    const { signature, timestamp = '', nonce = '' } = Object.fromEntries(url.searchParams)
    expect(signature).toBe(signV2Query({ key, nonce, timestamp, payload }).toUpperCase())
  })

  test('has a nonce of its own each time', () => {
    const nonces = [1, 2, 3].map(() => signV2(address, key, {}).url.searchParams.get('nonce'))
    expect(new Set(nonces).size).toBe(3)
  })
})
