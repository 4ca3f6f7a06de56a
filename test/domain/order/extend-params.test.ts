import { describe, expect, it } from 'vitest'
import { readExtendParams } from '../../../src/domain/order/extend-params.ts'
import { parseLicenseTime } from '../../../src/domain/license/license-time.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const whole = (...params: readonly object[]) => ({ params, isWhole: true })

describe('saasExtendParams', () => {
  it.each([
    ['the sample', 'W3sibmFtZSI6ImlkZW50aWZpY2F0aW9uQ29kZSIsInZhbHVlIjoiSUQtMjAyMzA0MjAtMDAxIn1d'],
    [
      'one that is still percent-encoded',
      'W3sibmFtZSI6ImlkZW50aWZpY2F0aW9uQ29kZSIsInZhbHVlIjoiSUQtMjAyMzA0MjAtMDAxIn1d%20'.replace(
        'W',
        '%57',
      ),
    ],
  ])('are read from %s', (_case, text) => {
    const params = whole({ name: 'identificationCode', value: 'ID-20230420-001' })
    expect(readExtendParams(text)).toEqual(params)
  })

  it('are read where a plus sign has become a space', () => {
    const text = base64('[{"name":"ab","value":"~~>~~?"}]')
    expect(text).toContain('+')
    const read = readExtendParams(text.replaceAll('+', ' '))
    expect(read).toEqual(whole({ name: 'ab', value: '~~>~~?' }))
  })

  it('give Chinese as it is, a number as its digits, and nothing as an empty text', () => {
    const list = [{ name: '识别码', value: '甲' }, { name: 'n', value: 5 }, { name: 'none' }]
    const read = readExtendParams(base64(JSON.stringify(list)))
    expect(read).toEqual(
      whole(
        { name: '识别码', value: '甲' },
        { name: 'n', value: '5' },
        { name: 'none', value: '' },
      ),
    )
  })

  it('are read from Base64 in either alphabet, padded or not, between blanks', () => {
    const params = [{ name: 'ab', value: '~~>~~?' }]
    const text = base64(JSON.stringify(params))
    expect(text).toMatch(/[+/].*=$/)
    const url = text.replaceAll('+', '-').replaceAll('/', '_')
    for (const written of [text, url, text.replace(/=+$/, ''), `\n ${text} `]) {
      expect(readExtendParams(written)).toEqual(whole(...params))
    }
  })

  it('give a value that is not text as JSON, and none for null', () => {
    const list = [
      { name: 'list', value: [1, { a: null }] },
      { name: 'null', value: null },
      { name: 'no', value: false },
    ]
    const read = readExtendParams(base64(JSON.stringify(list)))
    expect(read).toEqual(
      whole(
        { name: 'list', value: '[1,{"a":null}]' },
        { name: 'null', value: '' },
        { name: 'no', value: 'false' },
      ),
    )
    expect(readExtendParams(base64('[]'))).toEqual(whole())
    expect(readExtendParams(undefined)).toEqual(whole())
  })

  it.each([
    ['no base64', '{}'],
    ['base64 with something before it', `!${base64('[]')}`],
    ['base64 with something behind it', `${base64('[]')}!`],
    ['three signs of padding', 'W10==='],
    ['a list of texts', base64('["name"]')],
    ['a list with nothing in it', base64('[null]')],
    ['a name that is a number', base64('[{"name":1}]')],
    ['no JSON', base64('hello')],
    ['no UTF-8', Buffer.from('[{"name":"\xff"}]', 'latin1').toString('base64')],
    ['an object without a name', base64('{"value":"b"}')],
    ['entries without a name', base64('[{"value":"b"}]')],
    ['a broken percent sign', '%5'],
  ])('are not read from %s', (_case, text) => {
    expect(readExtendParams(text)).toEqual({ params: [], isWhole: false })
  })

  it('are read but for the odd ones of a list', () => {
    const list = [{ name: 'a', value: '1' }, { value: '2' }, null, 'c', { name: 'd', value: '4' }]
    expect(readExtendParams(base64(JSON.stringify(list)))).toEqual({
      params: [
        { name: 'a', value: '1' },
        { name: 'd', value: '4' },
      ],
      isWhole: false,
    })
  })

  it('are read from one that stands in no list', () => {
    const read = readExtendParams(base64('{"name":"a","value":"b"}'))
    expect(read).toEqual(whole({ name: 'a', value: 'b' }))
  })
})

describe('the time of an application', () => {
  it.each([
    '2023-10-27 10:30:15 z',
    '2023-10-27 10:30:15Z',
    '2023-10-27 10:30:15 GMT',
    '2023-10-27 10:30:15 utc',
    '2023-10-27 10:30:15',
  ])('%s is UTC', (text) => {
    expect(parseLicenseTime(text)?.toISOString()).toBe('2023-10-27T10:30:15.000Z')
  })

  it.each([
    '2023-02-29 10:30:15 z',
    '2023-10-27T10:30:15Z',
    '2023-10-27 10:30:15 +08:00',
    '2023-10-27 10:30:15  z',
    '2023-10-27 10:30:15 z z',
    ' 2023-10-27 10:30:15',
    '12023-10-27 10:30:15',
    '',
  ])('%s is none', (text) => {
    expect(parseLicenseTime(text)).toBeUndefined()
  })
})
