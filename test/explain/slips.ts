// What can go wrong with every way of signing, done by hand.
import { base64, hashOf, hex, hmac, type Slips, utf8 } from './forge.ts'

/** A slip by the id of the mistake that it is. */
export type SlipTable<S> = Readonly<Record<string, S>>

/** Slips with the key, which is `key`. */
export function keySlips(key: string): SlipTable<Slips> {
  return {
    'key-line-feed': { key: `${key}\n` },
    'key-crlf': { key: `${key}\r\n` },
    'key-carriage-return': { key: `${key}\r` },
    'key-blank-behind': { key: `${key} ` },
    'key-blank-before': { key: ` ${key}` },
    'key-byte-order-mark': { key: `\ufeff${key}` },
    'key-double-quotes': { key: `"${key}"` },
    'key-single-quotes': { key: `'${key}'` },
    'key-upper-case': { key: key.toUpperCase() },
    'key-lower-case': { key: key.toLowerCase() },
    'key-no-hyphens': { key: key.split('-').join('') },
    'key-empty': { key: '' },
    'key-undefined': { key: 'undefined' },
    'key-null': { key: 'null' },
    'key-none': { key: 'None' },
    'key-as-base64': { key: Buffer.from(key).toString('base64') },
    'key-percent-decoded': { key: key.split('+').join(' ') },
    'key-hashed': { keyBytes: hashOf('sha256', key) },
    'key-utf-16': { keyBytes: Buffer.from(key, 'utf16le') },
  }
}

/** Slips with the key that need a key of another form. */
export const oddKeySlips: SlipTable<Slips & { readonly given: string }> = {
  'key-trimmed': { given: ' Abc-1 \n', key: 'Abc-1' },
  'key-from-hex': { given: '00ff10Ab', keyBytes: Buffer.from([0, 255, 16, 171]) },
  'key-from-base64': { given: 'AP8QqxI=', keyBytes: Buffer.from([0, 255, 16, 171, 18]) },
}

/** Slips with the digest. */
export const digestSlips: SlipTable<Slips> = {
  'plain-sha-256': { mac: (_key, message) => hashOf('sha256', message) },
  'sha-1': { mac: hmac('sha1') },
  md5: { mac: hmac('md5') },
  'sha-512': { mac: hmac('sha512') },
  'plain-md5': { mac: (_key, message) => hashOf('md5', message) },
  'key-before-message': { mac: (key, message) => hashOf('sha256', Buffer.concat([key, message])) },
  'key-behind-message': { mac: (key, message) => hashOf('sha256', Buffer.concat([message, key])) },
  'key-and-text-swapped': { mac: (key, message) => hmac('sha256')(message, key) },
}

const marks = (text: string) => text.replace(/[^\x00-\xff]/gu, '?')
// Of the texts of these tests: é, 测 and 试 by the table of GBK, which has no emoji.
const gbk = (text: string) =>
  Buffer.from(
    text
      .replaceAll('é', '\xa8\xa6')
      .replaceAll('测', '\xb2\xe2')
      .replaceAll('试', '\xca\xd4')
      .replace(/[^\x00-\xff]/gu, '?'),
    'latin1',
  )

/** Slips with the charset, of a text that holds é, 测 or 试, and 😀. */
export const charsetSlips: SlipTable<Slips> = {
  'charset-gbk': { encode: gbk },
  'charset-utf-16le': { encode: (text) => Buffer.from(text, 'utf16le') },
  'charset-utf-16': { encode: (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16() },
  'charset-question-marks': { encode: (text) => Buffer.from(marks(text), 'latin1') },
  'charset-low-bytes': { encode: (text) => Buffer.from(text, 'latin1') },
  'charset-utf-8-twice': { encode: (text) => utf8(utf8(text).toString('latin1')) },
  'charset-utf-8-lossy': {
    encode: (text) =>
      utf8(
        utf8(text)
          .toString('latin1')
          .replace(/[\x80-\xff]/g, '\ufffd'),
      ),
  },
  'charset-cesu-8': {
    // U+1F600 as D83D and DE00.
    encode: (text) => {
      const halves = Buffer.from('eda0bdedb880', 'hex')
      return Buffer.concat(
        text.split('😀').flatMap((one, at) => (at === 0 ? [utf8(one)] : [halves, utf8(one)])),
      )
    },
  },
}

/** Slips with how the digest is written, where it should be hex or Base64. */
export function writtenSlips(form: 'hex' | 'base64'): SlipTable<Slips> {
  const urlSafe = (digest: Buffer) => digest.toString('base64url')
  const ofForm: SlipTable<Slips> =
    form === 'hex'
      ? {
          'base64-for-hex': { write: base64 },
          'prefix-sha256': { write: (digest) => `sha256=${hex(digest)}` },
        }
      : {
          'hex-for-base64': { write: hex },
          'upper-hex-for-base64': { write: (digest) => hex(digest).toUpperCase() },
          'base64-lower-case': { write: (digest) => base64(digest).toLowerCase() },
          'base64-plus-as-blank': { write: (digest) => base64(digest).split('+').join(' ') },
          'base64-percent-encoded': {
            write: (digest) =>
              base64(digest).replaceAll('+', '%2B').replaceAll('/', '%2F').replaceAll('=', '%3D'),
          },
        }
  return {
    ...ofForm,
    'base64-of-hex': { write: (digest) => Buffer.from(hex(digest)).toString('base64') },
    'hex-of-base64': { write: (digest) => Buffer.from(base64(digest)).toString('hex') },
    'hex-without-zeros': {
      write: (digest) => [...digest].map((byte) => byte.toString(16)).join(''),
    },
    'hex-as-number': { write: (digest) => BigInt(`0x${hex(digest)}`).toString(16) },
    'hex-of-signed-bytes': {
      write: (digest) =>
        [...new Int8Array(digest)]
          .map((byte) => (byte >>> 0).toString(16).padStart(2, '0'))
          .join(''),
    },
    'digest-as-text': {
      write: (digest) => Buffer.from(digest.toString('utf8')).toString('base64'),
    },
    'openssl-prefix': { write: (digest) => `SHA2-256(stdin)= ${hex(digest)}` },
    'openssl-1-prefix': { write: (digest) => `(stdin)= ${hex(digest)}` },
    'base64-url': { write: (digest) => `${urlSafe(digest)}=` },
    'base64-url-unpadded': { write: urlSafe },
    'base64-unpadded': { write: (digest) => base64(digest).slice(0, -1) },
  }
}

/** The body that was sent in the tests of body slips. */
export const sentBody =
  ' { "b":1,\n "a":"x/y +<测é😀> %41\'=&", "n":null, "e":"", "o":{"d":2,"c":[true]}, "z":"\\u8bd5\\/" }\r\n'

const a = `"x/y +<测é😀> %41'=&"`
const o = '{"d":2,"c":[true]}'

/** Slips with that body, word for word. */
export const bodySlips: SlipTable<string> = {
  'body-written-anew': `{"b":1,"a":${a},"n":null,"e":"","o":${o},"z":"试/"}`,
  'body-with-blanks': `{"b": 1, "a": ${a}, "n": null, "e": "", "o": {"d": 2, "c": [true]}, "z": "试/"}`,
  'body-sorted': `{"a":${a},"b":1,"e":"","n":null,"o":${o},"z":"试/"}`,
  'body-sorted-deeply': `{"a":${a},"b":1,"e":"","n":null,"o":{"c":[true],"d":2},"z":"试/"}`,
  'body-sorted-backwards': `{"z":"试/","o":${o},"n":null,"e":"","b":1,"a":${a}}`,
  'body-sorted-nulls-left-out': `{"a":${a},"b":1,"e":"","o":${o},"z":"试/"}`,
  'body-nulls-left-out': `{"b":1,"a":${a},"e":"","o":${o},"z":"试/"}`,
  'body-empty-left-out': `{"b":1,"a":${a},"o":${o},"z":"试/"}`,
  'body-numbers-as-texts': `{"b":"1","a":${a},"n":null,"e":"","o":"{\\"d\\":2,\\"c\\":[true]}","z":"试/"}`,
  'body-indented-2': `{\n  "b": 1,\n  "a": ${a},\n  "n": null,\n  "e": "",\n  "o": {\n    "d": 2,\n    "c": [\n      true\n    ]\n  },\n  "z": "试/"\n}`,
  'body-indented-4': `{\n    "b": 1,\n    "a": ${a},\n    "n": null,\n    "e": "",\n    "o": {\n        "d": 2,\n        "c": [\n            true\n        ]\n    },\n    "z": "试/"\n}`,
  'body-indented-tab': `{\n\t"b": 1,\n\t"a": ${a},\n\t"n": null,\n\t"e": "",\n\t"o": {\n\t\t"d": 2,\n\t\t"c": [\n\t\t\ttrue\n\t\t]\n\t},\n\t"z": "试/"\n}`,
  'body-as-java-map': `{b=1, a=x/y +<测é😀> %41'=&, n=null, e=, o={d=2, c=[true]}, z=试/}`,
  'body-as-python-dict': `{'b': 1, 'a': 'x/y +<测é😀> %41\\'=&', 'n': None, 'e': '', 'o': {'d': 2, 'c': [True]}, 'z': '试/'}`,
  'body-as-pairs': `a=x/y +<测é😀> %41'=&&b=1&e=&n=null&o=${o}&z=试/`,
  'body-empty': '',
  'body-braces': '{}',
  'body-undefined': 'undefined',
  'body-null': 'null',
  'body-object-object': '[object Object]',
  'body-as-json-text':
    '" { \\"b\\":1,\\n \\"a\\":\\"x/y +<测é😀> %41\'=&\\", \\"n\\":null, \\"e\\":\\"\\", \\"o\\":{\\"d\\":2,\\"c\\":[true]}, \\"z\\":\\"\\\\u8bd5\\\\/\\" }\\r\\n"',
  'body-unicode-escaped': sentBody.replace('测é😀', '\\u6d4b\\u00e9\\ud83d\\ude00'),
  'body-unicode-escaped-upper': sentBody.replace('测é😀', '\\u6D4B\\u00E9\\uD83D\\uDE00'),
  'body-unicode-unescaped': sentBody.replace('\\u8bd5', '试'),
  'body-slashes-escaped': sentBody.replace('x/y', 'x\\/y').replace('\\u8bd5\\/', '\\u8bd5\\\\/'),
  'body-slashes-unescaped': sentBody.replace('\\u8bd5\\/', '\\u8bd5/'),
  'body-html-escaped': sentBody.replace('<测é😀>', '\\u003c测é😀\\u003e').replace('&"', '\\u0026"'),
  'body-gson-escaped': sentBody
    .replace('<测é😀>', '\\u003c测é😀\\u003e')
    .replace(`'=&"`, '\\u0027\\u003d\\u0026"'),
  'body-line-feed-added': `${sentBody}\n`,
  'body-crlf-added': `${sentBody}\r\n`,
  'body-trimmed': sentBody.slice(1, -2),
  'body-lf-to-crlf': sentBody.replace(',\n', ',\r\n'),
  'body-crlf-to-lf': sentBody.replace('\r\n', '\n'),
  'body-line-breaks-removed': sentBody.replace(',\n', ',').slice(0, -2),
  'body-blanks-removed': `{"b":1,"a":"x/y+<测é😀>%41'=&","n":null,"e":"","o":${o},"z":"\\u8bd5\\/"}`,
  'body-byte-order-mark': `\ufeff${sentBody}`,
  'body-percent-encoded': `%20%7B%20%22b%22%3A1%2C%0A%20%22a%22%3A%22x%2Fy%20%2B%3C%E6%B5%8B%C3%A9%F0%9F%98%80%3E%20%2541'%3D%26%22%2C%20%22n%22%3Anull%2C%20%22e%22%3A%22%22%2C%20%22o%22%3A%7B%22d%22%3A2%2C%22c%22%3A%5Btrue%5D%7D%2C%20%22z%22%3A%22%5Cu8bd5%5C%2F%22%20%7D%0D%0A`,
  'body-percent-decoded': sentBody.replace('%41', 'A'),
  'body-form-decoded': sentBody.replace('+', ' '),
  'body-as-base64': Buffer.from(sentBody).toString('base64'),
}

/** A slip that needs a body with a byte order mark before it. */
export const markedBody = {
  id: 'body-no-byte-order-mark',
  sent: '\ufeff{"a":1}',
  signed: '{"a":1}',
}

/** Whether a digest shows every mistake of writing it: a zero in front in hex, and both marks of Base64. */
export function isTellingDigest(digest: Buffer): boolean {
  const text = base64(digest)
  return (digest[0] ?? 0) < 0x10 && ['+', '/'].every((mark) => text.includes(mark))
}
