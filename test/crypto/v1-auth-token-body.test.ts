import { describe, expect, test } from 'vitest'
import { findV1BodyKey, signV1Body, v1BodyText } from '../../src/crypto/v1-auth-token.ts'

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
