import { describe, expect, test } from 'vitest'
import { readMessage } from '../../src/explain/message/read-message.ts'
import { curlLine, messageParts } from '../../src/explain/message/write-message.ts'
import type { Message } from '../../src/explain/message/message.ts'

function read(text: string) {
  const message = readMessage(text)
  if (message.kind === 'problem') return message.text.en
  const { method, target, headers, body } = message
  return [method, target, Object.fromEntries(headers), new TextDecoder().decode(body)]
}

const url = 'https://a.example/x?b=1&c=%20'

describe('a curl line is read', () => {
  test.each([
    [`curl '${url}'`, ['GET', url, {}, '']],
    [`$ curl ${url.replace('&', '\\&')}`, ['GET', url, {}, '']],
    [`curl -X PUT "${url}" -H 'A: b: c' -H "D:"`, ['PUT', url, { A: 'b: c', D: '' }, '']],
    [`curl -XPUT --url=${url.replace('&', '\\&')}`, ['PUT', url, {}, '']],
    [
      `curl '${url}' \\\n  -H 'A: b' \\\r\n --data-raw '{"a":"it'\\''s"}' --compressed -s -k`,
      ['POST', url, { A: 'b' }, `{"a":"it's"}`],
    ],
    [
      `curl '${url}' --data-raw $'{"a":"\\u6d4b\\n\\x41\\'\\\\"}'`,
      ['POST', url, {}, `{"a":"测\nA'\\"}`],
    ],
    [`curl '${url}' -d "{\\"a\\":\\"\\$1 \\n\\"}"`, ['POST', url, {}, '{"a":"$1 \\n"}']],
    [
      `curl '${url}' -d a=1 --data b=2 --data-urlencode 'c=1 &'`,
      ['POST', url, {}, 'a=1&b=2&c=1%20%26'],
    ],
    [`curl -G https://a.example/x -d a=1 -d b=2`, ['GET', 'https://a.example/x?a=1&b=2', {}, '']],
    [
      `curl --json '{}' ${url.replace('&', '\\&')}`,
      ['POST', url, { 'Content-Type': 'application/json', Accept: 'application/json' }, '{}'],
    ],
    [
      `curl ^"${url.replace('&', '^&')}^" ^\r\n  -H ^"A: b^" ^\r\n  --data-raw ^"{^\\^"a^\\^":1}^"`,
      ['POST', url, { A: 'b' }, '{"a":1}'],
    ],
    [`curl -o out -m 5 -u me:secret '${url}'`, ['GET', url, {}, '']],
  ])('%s', (line, expected) => {
    expect(read(line)).toEqual(expected)
  })

  test.each([
    ['curl -H a:b', 'has no address'],
    [`curl '${url}' -F a=b`, 'with a boundary that the line does not show'],
    [`curl '${url}' -d @-`, 'The body is in the file -'],
  ])('%s is refused: %s', (line, reason) => {
    expect(read(line)).toContain(reason)
  })
})

describe('raw HTTP is read', () => {
  test.each([
    ['GET /a?b=%20 HTTP/1.1\r\nHost: x\r\n\r\n', ['GET', '/a?b=%20', { Host: 'x' }, '']],
    ['POST /a HTTP/1.1\nA: b\n\n{"a":\n1}\r\n', ['POST', '/a', { A: 'b' }, '{"a":\n1}\r\n']],
    // What an editor puts behind it is none of the body.
    [
      'POST /a HTTP/1.1\nContent-Length: 2\n\n{}\n\n',
      ['POST', '/a', { 'Content-Length': '2' }, '{}'],
    ],
    [
      'POST /a HTTP/1.1\nContent-Length: 2\n\n{} \n',
      ['POST', '/a', { 'Content-Length': '2' }, '{} \n'],
    ],
    ['HTTP/1.1 200 OK\nBody-Sign: x\n\n{}', ['', '', { 'Body-Sign': 'x' }, '{}']],
    ['GET https://a.example/?b=1', ['GET', 'https://a.example/?b=1', {}, '']],
    [`\ufeff\n${url}\n`, ['GET', url, {}, '']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('a body that follows no empty line is told from a header', () => {
    expect(read('POST /a HTTP/1.1\nA: b\n{"a"}')).toContain('“{"a"}” is not a header')
  })
})

describe('a request as its parts is read', () => {
  test.each([
    ['{"url":"/a","headers":{"A":"b"},"body":"{}"}', ['POST', '/a', { A: 'b' }, '{}']],
    ['{"method":"GET","url":"/a"}', ['GET', '/a', {}, '']],
    ['{"status":200,"headers":{"A":"b"},"body":"{}"}', ['', '', { A: 'b' }, '{}']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each(['{"a":1}', '{"url":1}', '{"url":"/a","body":{}}', '{"url":"/a"'])(
    '%s is refused',
    (text) => {
      expect(read(text)).toContain('As JSON a request has url, method, headers')
    },
  )
})

test.each([`it's "a" $b \\ \`c\`\n\r\t测`, '@a', '', '-d'])(
  'a request whose body is %j is the same after it was written',
  (body) => {
    const message: Message = {
      kind: 'request',
      method: 'POST',
      target: `${url}&d='`,
      headers: [
        ['A', `it's; b`],
        ['Empty', ''],
      ],
      body: new TextEncoder().encode(body),
    }
    expect(readMessage(curlLine(message))).toEqual(message)
    expect(readMessage(JSON.stringify(messageParts(message)))).toEqual(message)
  },
)
