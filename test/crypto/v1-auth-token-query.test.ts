import { describe, expect, test } from 'vitest'
import { hmacSha256 } from '../../src/crypto/hmac-sha256.ts'
import {
  findV1Query,
  isV1Token,
  readV1Query,
  signV1Query,
  v1QueryText,
} from '../../src/crypto/v1-auth-token.ts'

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
    const withKeyAlone = hmacSha256('Key', v1QueryText(timeless)).toString('base64')
    expect(signV1Query(timeless, 'Key')).toBe(withKeyAlone)
    const sent = queryOf({ ...timeless, authToken: signV1Query(timeless, 'Key') })
    expect(findV1Query(sent, ['Key'])).toBeUndefined()
  })
})

test.each([
  [token, true],
  [`${'+/'.repeat(21)}A=`, true],
  ['', false],
  [token.slice(1), false],
  [`A${token}`, false],
  [`${token}=`, false],
  [`-${token.slice(1)}`, false],
])('%j has the form of a token: %s', (text, is) => {
  expect(isV1Token(text)).toBe(is)
})

function hexOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex')
}
