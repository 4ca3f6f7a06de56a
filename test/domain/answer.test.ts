import { describe, expect, test } from 'vitest'
import { answer, refused, success } from '../../src/domain/answer.ts'
import { Refusal, unknownInstance } from '../../src/domain/refusal.ts'
import { serialise } from '../../src/http/store/reply.ts'

describe('resultMsg', () => {
  const messageOf = (text: string) => answer('000005', text).resultMsg

  test('has at most 255 characters', () => {
    expect(messageOf('a'.repeat(255))).toBe('a'.repeat(255))
    expect(messageOf('a'.repeat(256))).toBe('a'.repeat(255))
  })

  test('never ends with half a character', () => {
    expect(messageOf(`${'a'.repeat(254)}😀`)).toBe('a'.repeat(254))
    expect(messageOf(`${'a'.repeat(253)}😀b`)).toBe(`${'a'.repeat(253)}😀`)
  })

  test('is text, whatever it quotes', () => {
    expect(messageOf('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc')
  })
})

test('an answer is printable ASCII on the wire, DEL and Chinese as escapes', () => {
  const body = serialise(answer('000000', 'a\u007fb首次😀'))
  expect(body).toMatch(/^[\u0020-\u007e]+$/)
  expect(body).toContain('a\\u007fb\\u9996\\u6b21\\ud83d\\ude00')
  expect(JSON.parse(body)).toMatchObject({ resultMsg: 'a\u007fb首次😀' })
})

test('a success says so, and a refusal gives its code and its reason', () => {
  const members = { instanceId: 'i-1' }
  expect(success()).toEqual({ resultCode: '000000', resultMsg: 'success.' })
  expect(success(members)).toEqual({ ...success(), ...members })
  const refusal = new Refusal('000002', 'why', { cause: 'another' })
  expect(refused(refusal)).toEqual({ resultCode: '000002', resultMsg: 'why' })
  expect(refusal.cause).toBe('another')
  expect(refused(unknownInstance())).toEqual({
    resultCode: '000003',
    resultMsg: 'instance is unknown or released',
  })
})
