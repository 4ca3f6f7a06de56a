import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { languages } from '../../scripts/shared/languages.ts'
import { bodySign } from '../../src/crypto/body-sign.ts'
import { deriveV1Key } from '../../src/crypto/v1-cipher-key.ts'
import { decryptV1Field, encryptV1Field } from '../../src/crypto/v1-cipher.ts'
import { findV1Query, signV1Body, v1BodyText, v1QueryText } from '../../src/crypto/v1-auth-token.ts'
import { blocksOf, given, pageIn, partOf } from './guide-page.ts'
import { hasOpenssl, runShell } from './shell.ts'
import { stringsOfVectors } from './vector-strings.ts'

const sha1 = (content: Buffer) => createHash('sha1').update(content)

describe.each(languages)('the worked examples of V1 in %s', (language) => {
  const page = pageIn(language, 'signing-v1')

  test('of a query are what the code computes, and stand in the vectors', () => {
    const part = partOf(page, 'the-token-of-a-query-get')
    const [call = '', text, token] = blocksOf(part, 'text')
    const key = given(part, 'Key')
    const verified = findV1Query(call.slice(call.indexOf('?')), [key])
    expect(verified?.key).toBe(key)
    expect(verified?.parameters['timeStamp']).toBe(given(part, 'timeStamp'))
    expect(v1QueryText(verified?.parameters ?? {})).toBe(text)
    expect(new URLSearchParams(call.slice(call.indexOf('?'))).get('authToken')).toBe(token)
    expect(stringsOfVectors('v1-auth-token')).toEqual(expect.arrayContaining([key, text, token]))
  })

  test('of a query are what the lines for a shell print', ({ skip }) => {
    skip(!hasOpenssl, 'openssl is not on this machine')
    const part = partOf(page, 'the-token-of-a-query-get')
    expect(runShell(blocksOf(part, 'sh')[0] ?? '')).toBe(blocksOf(part, 'text')[2])
  })

  test('of a body are what the code computes, and stand in the vectors', () => {
    const part = partOf(page, 'the-token-of-a-body-post')
    const members = JSON.parse(blocksOf(part, 'json')[0] ?? '') as Record<string, unknown>
    const [text, token] = blocksOf(part, 'text')
    expect(members['timeStamp']).toBe(given(part, 'timeStamp'))
    expect(v1BodyText(members)).toBe(text)
    expect(signV1Body(members, given(part, 'Key'))).toBe(token)
    expect(stringsOfVectors('v1-auth-token')).toEqual(expect.arrayContaining([text, token]))
  })

  test('of an answer are what the code computes, and stand in the vectors', () => {
    const part = partOf(page, 'the-body-sign-of-an-answer')
    const [body = ''] = blocksOf(part, 'json')
    const [header = ''] = blocksOf(part, 'text')
    expect(header).toBe(`Body-Sign: ${bodySign(given(part, 'Key'), body)}`)
    const [, signature] = /signature="(.+)"$/.exec(header) ?? []
    expect(stringsOfVectors('body-sign')).toEqual(expect.arrayContaining([body, signature]))
  })

  test('of a derived key are what the code computes, and stand in the vectors', () => {
    const part = partOf(page, 'fields-with-aes')
    const key = given(part, 'Key')
    const [s0, o1, s1, o2] = ['s0', 'o1', 's1', 'o2'].map((name) => given(part, name))
    const [short, long] = [128, 256].map((bits) => given(part, String(bits)))
    expect(sha1(Buffer.from(key)).digest('hex')).toBe(s0)
    expect(sha1(Buffer.from(s0 ?? '', 'hex')).digest('hex')).toBe(o1)
    expect(sha1(Buffer.from(s1 ?? '', 'hex')).digest('hex')).toBe(o2)
    expect(deriveV1Key(key, 128).toString('hex')).toBe(short)
    expect(deriveV1Key(key, 256).toString('hex')).toBe(long)
    expect([o1?.slice(0, 32), `${o1 ?? ''}${o2?.slice(0, 24) ?? ''}`]).toEqual([short, long])
    expect(stringsOfVectors('v1-aes')).toEqual(expect.arrayContaining([key, short, long]))
  })

  test.each(['1', '2'] as const)('of a field, type %s, are what the code computes', (type) => {
    const part = partOf(page, 'fields-with-aes')
    const key = given(part, 'Key')
    const [plain, value] = [given(part, 'text'), given(part, `encryptType ${type}`)]
    const field = { key, encryptType: type }
    expect(encryptV1Field({ ...field, plain }, given(part, 'vector'))).toBe(value)
    expect(decryptV1Field({ ...field, value })).toBe(plain)
    expect(stringsOfVectors('v1-aes')).toEqual(expect.arrayContaining([plain, value]))
  })
})
