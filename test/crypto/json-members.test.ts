import { describe, expect, test } from 'vitest'
import { membersIn } from '../../src/crypto/json-members.ts'

const read = (text: string) => {
  const bytes = Buffer.from(text)
  const members = membersIn(bytes)
  const shown = ({ start, end, isText }: { start: number; end: number; isText: boolean }) => {
    const slice = bytes.toString('utf8', start, end)
    return isText ? `"${slice}"` : slice.trimEnd()
  }
  return members && Object.fromEntries([...members].map(([name, span]) => [name, shown(span)]))
}

describe('the members of a body', () => {
  test('are found with their values, whatever these are', () => {
    const values = {
      text: '"x"',
      empty: '""',
      escapes: '"a\\"b\\\\"',
      quotes: '"\\\\\\""',
      marks: '"{[,:]}"',
      中: '"文😀"',
      number: '-1.5e3',
      true: 'true',
      null: 'null',
      list: '[1,[2,"]"],{"a":"}"}]',
      object: '{"a":{"b":[]},"c":"\\"}"}',
      nothing: '[]',
      none: '{}',
    }
    const members = Object.entries(values).map(([name, value]) => `"${name}":${value}`)
    expect(read(`{${members.join(',')}}`)).toEqual(values)
    const blanks = members.map((member) => member.replace('":', '"\t: \r\n'))
    expect(read(` \n{ ${blanks.join('\t,\r\n ')}}\r\n\t `)).toEqual(values)
    expect(read('{}')).toEqual({})
    expect(read(' { \t} ')).toEqual({})
  })

  test('have their names read, of two of one name the last', () => {
    expect(read('{"\\u0061\\"":1,"b\\\\":2,"b\\\\":3}')).toEqual({ 'a"': '1', 'b\\': '3' })
  })

  test('have names of 256 bytes, and no longer ones', () => {
    const named = (bytes: number) => `{"${'n'.repeat(bytes)}":1}`
    expect(read(named(256))).toBeDefined()
    expect(read(named(257))).toBeUndefined()
  })

  test('have 4,096 blanks around them, and no more', () => {
    for (const at of ['*{"a":1}', '{*"a":1}', '{"a"*:1}', '{"a":"1"*}', '{"a":1}*']) {
      expect(read(at.replace('*', ' '.repeat(4096)))).toBeDefined()
      expect(read(at.replace('*', ' '.repeat(4097)))).toBeUndefined()
    }
  })

  test('are texts but for 256 KiB, wherever these stand', () => {
    const list = (bytes: number) => `[${'1'.repeat(bytes - 2)}]`
    const limit = 256 * 1024
    expect(read(`{"a":${list(limit)}}`)).toBeDefined()
    expect(read(`{"a":${list(limit + 1)}}`)).toBeUndefined()
    expect(read(`{"a":${list(limit - 5)},"b":12345}`)).toBeDefined()
    expect(read(`{"a":${list(limit - 5)},"b":123456}`)).toBeUndefined()
    expect(read(`{"a":"${'1'.repeat(limit + 1)}"}`)).toBeDefined()
  })

  test.each([
    '',
    ' ',
    '{',
    '{"a',
    '{"a"',
    '{"a":',
    '{"a":"',
    '{"a":"\\',
    '{"a":"\\"',
    '{"a":1',
    '{"a":1,',
    '{"a":[',
    '{"a":["',
    '{"a":["\\"]}',
    '{"a":1]}',
    '{"a":1}}',
    '{"a":1}{',
    '{"a":1,}',
    '{,"a":1}',
    '{"a" 1}',
    '{a:1}',
    '{1:1}',
    '{"a":"1" "b":2}',
    '{"a":"1";"b":2}',
    '{"\\x":1}',
    '{"a\n":1}',
    '{} x',
    '[]',
    '["a":1}',
    '"a"',
    'x{"a":1}',
  ])('are not found in %j', (text) => {
    expect(read(text)).toBeUndefined()
  })
})
