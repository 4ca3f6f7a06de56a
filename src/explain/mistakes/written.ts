import { base64, hex, lossyText, utf8 } from '../bytes.ts'
import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import type { Recipe } from '../recipe.ts'

type Write = (digest: Uint8Array) => string

const urlSafe: Write = (digest) => base64(digest).replaceAll('+', '-').replaceAll('/', '_')

const ofEither: readonly Row<Write>[] = [
  [
    'base64-of-hex',
    'Base64 of the hex digits in the place of Base64 of the bytes',
    '对十六进制文本做了 Base64，而不是对字节',
    (digest) => base64(utf8(hex(digest))),
  ],
  [
    'hex-of-base64',
    'Hex of the Base64 text',
    '对 Base64 文本做了十六进制编码',
    (digest) => hex(utf8(base64(digest))),
  ],
  [
    'hex-without-zeros',
    'Each byte was written in hex without its leading zero',
    '每个字节转十六进制时丢了前导 0',
    (digest) => Array.from(digest, (byte) => byte.toString(16)).join(''),
  ],
  [
    'hex-as-number',
    'The bytes were written as one number in hex, which has no zeros before it',
    '字节被当成一个大数转十六进制，开头的 0 丢了',
    (digest) => hex(digest).replace(/^0+/, ''),
  ],
  [
    'hex-of-signed-bytes',
    'Negative bytes were written in hex with ffffff before them',
    '负数字节转十六进制时前面多了 ffffff',
    (digest) =>
      Array.from(digest, (byte) => (byte < 0x80 ? '' : 'ffffff') + hex(Uint8Array.of(byte))).join(
        '',
      ),
  ],
  [
    'digest-as-text',
    'The bytes of the digest were read as a text before they were encoded',
    '摘要的字节先被当成文本读取，再做编码',
    (digest) => base64(utf8(lossyText(digest))),
  ],
  [
    'openssl-prefix',
    'What openssl prints before the value was taken with it',
    '把 openssl 输出在值前面的前缀也带上了',
    (digest) => `SHA2-256(stdin)= ${hex(digest)}`,
  ],
  [
    'openssl-1-prefix',
    'What openssl 1 prints before the value was taken with it',
    '把 openssl 1 输出在值前面的前缀也带上了',
    (digest) => `(stdin)= ${hex(digest)}`,
  ],
  [
    'base64-url',
    'The alphabet of addresses was used for Base64 (- and _ for + and /)',
    'Base64 用了 URL 安全字母表（- 和 _ 代替 + 和 /）',
    urlSafe,
  ],
  [
    'base64-url-unpadded',
    'The alphabet of addresses was used for Base64, without = at its end',
    'Base64 用了 URL 安全字母表，并且末尾没有 =',
    (digest) => urlSafe(digest).replace(/=+$/, ''),
  ],
  [
    'base64-unpadded',
    'The = at the end of the Base64 is missing',
    'Base64 末尾的 = 丢了',
    (digest) => base64(digest).replace(/=+$/, ''),
  ],
]

const forHex: readonly Row<Write>[] = [
  ['base64-for-hex', 'Base64 in the place of hex', '写成了 Base64，应当用十六进制', base64],
  [
    'prefix-sha256',
    'sha256= was written before the value',
    '值前面多写了 sha256=',
    (digest) => `sha256=${hex(digest)}`,
  ],
]

const forBase64: readonly Row<Write>[] = [
  ['hex-for-base64', 'Hex in the place of Base64', '写成了十六进制，应当用 Base64', hex],
  [
    'upper-hex-for-base64',
    'Hex in upper case in the place of Base64',
    '写成了大写十六进制，应当用 Base64',
    (digest) => hex(digest).toUpperCase(),
  ],
  [
    'base64-lower-case',
    'The Base64 was written in lower case',
    'Base64 被转成了小写',
    (digest) => base64(digest).toLowerCase(),
  ],
  [
    'base64-plus-as-blank',
    'Each + of the Base64 became a blank: it was decoded once too often, or sent without being encoded',
    'Base64 中的 + 变成了空格：多解码了一次，或者发送前没有编码',
    (digest) => base64(digest).replaceAll('+', ' '),
  ],
  [
    'base64-percent-encoded',
    'The Base64 is still percent-encoded',
    'Base64 仍是百分号编码的样子',
    (digest) => encodeURIComponent(base64(digest)),
  ],
]

/** The digest is right and is written in a wrong way. `form` is how it should be. */
export function writtenMistakes<R extends Recipe>(form: 'hex' | 'base64'): readonly Mistake<R>[] {
  const rows = [...(form === 'hex' ? forHex : forBase64), ...ofEither]
  return mistakesOf<R, Write>(rows, (recipe, write) => ({ ...recipe, write }))
}

const shortest = 16

/** The right value, of which only the first characters arrived. */
export function cutShort<R extends Recipe>(received: string): readonly Mistake<R>[] {
  const { length } = received
  if (length < shortest) return []
  const cut: Mistake<R> = {
    id: 'cut-short',
    text: {
      en: `The value was cut short to ${length} characters`,
      zh: `值被截短为 ${length} 个字符`,
    },
    make: (recipe) => ({
      ...recipe,
      write: (digest: Uint8Array) => recipe.write(digest).slice(0, length),
    }),
  }
  return [cut]
}
