import { describe, expect, test } from 'vitest'
import {
  compactSorted,
  compactSortedDeeply,
  writtenIfShallow,
} from '../../src/crypto/compact-json.ts'

const parsed = (text: string) => JSON.parse(text) as Record<string, unknown>

describe('the sorted compact form', () => {
  test('sorts by code unit, also names that an object would put first', () => {
    const body = parsed('{"b":1,"a":2,"9":3,"10":4,"B":5,"中":6,"":7}')
    expect(compactSorted(body)).toBe('{"":7,"10":4,"9":3,"B":5,"a":2,"b":1,"中":6}')
  })

  test('leaves out what has no value, and only at the top', () => {
    const body = parsed('{"d":{"z":null,"y":[null]},"c":null,"b":"","a":0}')
    expect(compactSorted({ ...body, undefined })).toBe('{"a":0,"b":"","d":{"z":null,"y":[null]}}')
  })

  test('escapes neither the slash nor what is not ASCII', () => {
    expect(compactSorted({ a: 'https://中\u2028', '"': '\n' })).toBe(
      '{"\\"":"\\n","a":"https://中\u2028"}',
    )
  })

  test('keeps a member that is named like the prototype', () => {
    expect(compactSorted(parsed('{"a":1,"__proto__":{"b":2}}'))).toBe('{"__proto__":{"b":2},"a":1}')
  })

  test('counts the last of two members of one name', () => {
    expect(compactSorted(parsed('{"instanceId":"first","instanceId":"last"}'))).toBe(
      '{"instanceId":"last"}',
    )
  })
})

describe('the form sorted at every level', () => {
  test('sorts inside of arrays and objects and keeps the order of arrays', () => {
    const value = parsed('{"b":[{"d":1,"c":{"10":1,"9":null}},3,"x",null,true],"a":null}')
    expect(compactSortedDeeply(value)).toBe('{"b":[{"c":{"10":1},"d":1},3,"x",null,true]}')
  })

  test('writes what is missing in an array as null', () => {
    expect(compactSortedDeeply([undefined, { a: undefined }])).toBe('[null,{}]')
  })
})

describe('a body nested too deeply to be written', () => {
  const deep = parsed(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`)

  test('has no compact form', () => {
    expect(() => compactSorted(deep)).toThrow(RangeError)
    expect(writtenIfShallow(() => compactSorted(deep))).toBeUndefined()
  })

  test('is the only fault that is passed over', () => {
    const fault = () => {
      throw new TypeError('another fault')
    }
    expect(() => writtenIfShallow(fault)).toThrow('another fault')
    expect(writtenIfShallow(() => '{}')).toBe('{}')
  })
})
