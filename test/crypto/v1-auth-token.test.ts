import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { hmacSha256 } from '../../src/crypto/hmac-sha256.ts'
import {
  findV1BodyKey,
  findV1Query,
  readV1Query,
  signV1Body,
  signV1Query,
  v1BodyText,
  v1QueryText,
} from '../../src/crypto/v1-auth-token.ts'

const expected = z.object({ canonical: z.string(), authToken: z.string() })
const vectors = z
  .strictObject({
    algorithm: z.string(),
    steps: z.string(),
    note: z.string(),
    queries: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          parameters: z.record(z.string(), z.string()),
          expected,
        }),
      )
      .min(1),
    bodies: z
      .array(
        z.object({
          name: z.string(),
          key: z.string(),
          body: z.record(z.string(), z.unknown()),
          expected,
        }),
      )
      .min(1),
    primitives: z
      .array(
        z.object({ name: z.string(), hmacKey: z.string(), data: z.string(), expected: z.string() }),
      )
      .min(1),
  })
  .parse(JSON.parse(readFileSync('openapi/vectors/v1-auth-token.json', 'utf8')))

describe('the known-answer vectors', () => {
  test.each(vectors.primitives)('$name: the primitive', ({ hmacKey, data, expected }) => {
    expect(hmacSha256(hmacKey, data).toString('base64')).toBe(expected)
  })

  test.each(vectors.queries)('$name: text and token of the query', (vector) => {
    const backward = Object.fromEntries(Object.entries(vector.parameters).reverse())
    expect(v1QueryText(backward)).toBe(vector.expected.canonical)
    expect(signV1Query(backward, vector.key)).toBe(vector.expected.authToken)
  })

  test.each(vectors.queries)('$name: the key is found, sent as a form', (vector) => {
    const { authToken } = vector.expected
    const query = new URLSearchParams({ ...vector.parameters, authToken }).toString()
    const found = { key: vector.key, parameters: vector.parameters }
    expect(findV1Query(query, ['another', vector.key])).toEqual(found)
  })

  test.each(vectors.queries)('$name: the key is found, sent with %20 for a space', (vector) => {
    const sent = { ...vector.parameters, authToken: vector.expected.authToken }
    const query = Object.entries(sent).map(
      ([name, value]) => `${name}=${encodeURIComponent(value)}`,
    )
    const found = { key: vector.key, parameters: vector.parameters }
    expect(findV1Query(`?${query.join('&')}`, [vector.key])).toEqual(found)
  })

  test.each(vectors.bodies)('$name: text and token of the body', (vector) => {
    const { body, key, expected } = vector
    expect(v1BodyText(body)).toBe(expected.canonical)
    expect(signV1Body(body, key)).toBe(expected.authToken)
    expect(findV1BodyKey({ authToken: expected.authToken, members: body }, ['x', key])).toBe(key)
  })
})

const parameters = {
  activity: 'newInstance',
  customerName: '张三 & co=1',
  email: 'AbCdEfGh01234567PQ1z+UE9/yo=',
  userId: '',
  timeStamp: '20260101000000001',
}
const token = signV1Query(parameters, 'Key')
const queryOf = (sent: Readonly<Record<string, string>>) => new URLSearchParams(sent).toString()
const query = queryOf({ ...parameters, authToken: token })

describe('the token of a query', () => {
  test('tells which of several accepted keys made it', () => {
    expect(findV1Query(query, ['new', 'Key', 'old'])?.key).toBe('Key')
    expect(findV1Query(query, ['new', 'old'])).toBeUndefined()
    expect(findV1Query(query, [])).toBeUndefined()
  })

  test('covers empty parameters and those that nobody knows', () => {
    const more = { ...parameters, later: '1', Later: '' }
    const sent = queryOf({ ...more, authToken: signV1Query(more, 'Key') })
    expect(v1QueryText(more)).toMatch(/^Later=&activity=newInstance&.*&later=1&.*&userId=$/)
    expect(findV1Query(sent, ['Key'])?.parameters).toEqual(more)
    expect(findV1Query(sent.replace('userId=&', ''), ['Key'])).toBeUndefined()
    expect(findV1Query(`${sent}&unsigned=`, ['Key'])).toBeUndefined()
  })

  test('takes the first of two parameters of one name', () => {
    const twice = `${query}&activity=releaseInstance&authToken=other`
    expect(findV1Query(twice, ['Key'])).toEqual({ key: 'Key', parameters })
    expect(findV1Query(`activity=releaseInstance&${query}`, ['Key'])).toBeUndefined()
  })

  test('may itself have its plus signs bare', () => {
    const withPlus = Array.from({ length: 50 }, (_, number) => ({
      ...parameters,
      timeStamp: String(number),
    })).find((changed) => signV1Query(changed, 'Key').includes('+'))
    const bare = `${queryOf(withPlus ?? {})}&authToken=${signV1Query(withPlus ?? {}, 'Key')}`
    expect(bare).toMatch(/authToken=.*\+/)
    expect(findV1Query(bare, ['Key'])?.parameters).toEqual(withPlus)
  })

  test('reads a plus as a space first', () => {
    expect(query).toContain('customerName=%E5%BC%A0%E4%B8%89+%26+co%3D1')
    expect(findV1Query(query, ['Key'])?.parameters['customerName']).toBe('张三 & co=1')
  })

  test('reads a plus as it stands if it does not hold otherwise, and gives it so', () => {
    const bare = query.replace('%2BUE9', '+UE9').replaceAll('%89+%26+co', '%89%20%26%20co')
    expect(readV1Query(bare).parameters['email']).toBe('AbCdEfGh01234567PQ1z UE9/yo=')
    expect(findV1Query(bare, ['old', 'Key'])).toEqual({ key: 'Key', parameters })
  })

  test('decodes once only', () => {
    const twice = { ...parameters, customerName: '%E5%BC%A0' }
    const sent = queryOf({ ...twice, authToken: signV1Query(twice, 'Key') })
    expect(findV1Query(sent, ['Key'])?.parameters).toEqual(twice)
    expect(findV1Query(sent.replaceAll('%25', '%'), ['Key'])).toBeUndefined()
  })

  test('takes a name that an object has by nature', () => {
    const odd = Object.fromEntries([...Object.entries(parameters), ['__proto__', 'x']])
    const sent = queryOf({ ...odd, authToken: signV1Query(odd, 'Key') })
    expect(findV1Query(sent, ['Key'])?.parameters).toEqual(odd)
    expect(v1QueryText(odd)).toMatch(/^__proto__=x&activity=/)
  })

  test.each([
    ['is missing', queryOf(parameters)],
    ['is empty', queryOf({ ...parameters, authToken: '' })],
    ['is cut', query.slice(0, -1)],
    ['has another letter', query.replace(/authToken=./, 'authToken=-')],
    ['is in hex', queryOf({ ...parameters, authToken: hexOf(token) })],
  ])('does not hold when it %s', (_fault, sent) => {
    expect(findV1Query(sent, ['Key'])).toBeUndefined()
  })

  test.each(['', '\0', '\0\0\0'])(
    'does not hold for the time %j, which adds nothing',
    (timeStamp) => {
      const timeless = { ...parameters, timeStamp }
      const withKeyAlone = hmacSha256('Key', v1QueryText(timeless)).toString('base64')
      expect(signV1Query(timeless, 'Key')).toBe(withKeyAlone)
      expect(
        findV1Query(queryOf({ ...timeless, authToken: withKeyAlone }), ['Key']),
      ).toBeUndefined()
    },
  )

  test('does not hold without a time', () => {
    const { activity, customerName } = parameters
    const timeless = { activity, customerName }
    const sent = queryOf({ ...timeless, authToken: signV1Query(timeless, 'Key') })
    expect(findV1Query(sent, ['Key'])).toBeUndefined()
  })
})

describe('the token of a body', () => {
  const members = { tenantId: 't-1', flag: 1, testFlag: 0, timeStamp: '20220413093539534' }
  const authToken = signV1Body(members, 'Key')

  test('leaves out what is blank, as Java has it', () => {
    const blank = { a: null, b: '', c: ' \t\n\u2003\u3000\u001f', d: undefined }
    expect(v1BodyText({ ...members, ...blank })).toBe(v1BodyText(members))
    expect(findV1BodyKey({ authToken, members: { ...members, ...blank } }, ['Key'])).toBe('Key')
    expect(v1BodyText({ noBreak: '\u00a0', no: false, zero: 0 })).toBe(
      'no=false&noBreak=\u00a0&zero=0',
    )
  })

  test('takes texts as they stand: undecoded, with white space at their ends', () => {
    expect(v1BodyText({ name: ' a%20b+c ', domainName: 'https://中' })).toBe(
      'domainName=https://中&name= a%20b+c ',
    )
  })

  test('takes a list as the JSON text that it is, or as compact JSON', () => {
    const text = '[ {"orgCode": "1", "name": "开发部"} ]'
    expect(v1BodyText({ orgInfo: text })).toBe(`orgInfo=${text}`)
    expect(v1BodyText({ orgInfo: JSON.parse(text) as unknown, empty: [] })).toBe(
      'empty=[]&orgInfo=[{"orgCode":"1","name":"开发部"}]',
    )
  })

  test('tells which of several accepted keys made it', () => {
    expect(findV1BodyKey({ authToken, members }, ['new', 'Key'])).toBe('Key')
    expect(findV1BodyKey({ authToken, members }, ['new'])).toBeUndefined()
  })

  test.each([
    ['another member', { tenantId: 't-2' }],
    ['a member more', { later: 'x' }],
    ['another time', { timeStamp: '20220413093539535' }],
    ['no time', { timeStamp: null }],
    [
      'a list nested too deeply',
      { later: JSON.parse('['.repeat(2e5) + ']'.repeat(2e5)) as unknown },
    ],
  ])('does not hold with %s', (_fault, spoiled) => {
    expect(
      findV1BodyKey({ authToken, members: { ...members, ...spoiled } }, ['Key']),
    ).toBeUndefined()
  })

  test('does not hold when it is spoiled', () => {
    for (const spoiled of ['', authToken.slice(1), ` ${authToken}`, authToken.toLowerCase()]) {
      expect(findV1BodyKey({ authToken: spoiled, members }, ['Key'])).toBeUndefined()
    }
  })

  test('does not hold without a time, even with the Key alone', () => {
    const timeless = { tenantId: 't-1' }
    const withKeyAlone = signV1Body(timeless, 'Key')
    expect(findV1BodyKey({ authToken: withKeyAlone, members: timeless }, ['Key'])).toBeUndefined()
  })
})

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex')
}
