import { lossyText, utf8 } from '../bytes.ts'
import {
  type Charset,
  cesu8,
  gbk,
  latin1,
  lowBytes,
  utf16,
  utf16le,
  utf8Twice,
} from '../charsets.ts'
import { type Mac, otherMacs } from '../hashes.ts'
import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import type { Recipe } from '../recipe.ts'

const macs: readonly Row<Mac>[] = [
  [
    'plain-sha-256',
    'Plain SHA-256, without a key, in the place of HMAC-SHA256',
    '用不带密钥的 SHA-256 代替了 HMAC-SHA256',
    otherMacs.plainSha256,
  ],
  [
    'sha-1',
    'HMAC with SHA-1 in the place of SHA-256',
    'HMAC 用了 SHA-1，而不是 SHA-256',
    otherMacs.hmacSha1,
  ],
  [
    'md5',
    'HMAC with MD5 in the place of SHA-256',
    'HMAC 用了 MD5，而不是 SHA-256',
    otherMacs.hmacMd5,
  ],
  [
    'sha-512',
    'HMAC with SHA-512 in the place of SHA-256',
    'HMAC 用了 SHA-512，而不是 SHA-256',
    otherMacs.hmacSha512,
  ],
  [
    'plain-md5',
    'Plain MD5, without a key, in the place of HMAC-SHA256',
    '用不带密钥的 MD5 代替了 HMAC-SHA256',
    otherMacs.plainMd5,
  ],
  [
    'key-before-message',
    'SHA-256 over key and text one behind the other is not HMAC',
    '对“密钥+文本”做 SHA-256，这不是 HMAC',
    otherMacs.keyThenMessage,
  ],
  [
    'key-behind-message',
    'SHA-256 over text and key one behind the other is not HMAC',
    '对“文本+密钥”做 SHA-256，这不是 HMAC',
    otherMacs.messageThenKey,
  ],
  [
    'key-and-text-swapped',
    'Key and text were swapped in the call of HMAC',
    '调用 HMAC 时密钥和文本的位置颠倒了',
    otherMacs.swapped,
  ],
]

const charsets: readonly Row<Charset>[] = [
  [
    'charset-gbk',
    'The text was written in GBK; it is UTF-8',
    '文本按 GBK 转成了字节；应当用 UTF-8',
    gbk,
  ],
  [
    'charset-utf-16le',
    'The text was written in UTF-16 (little endian); it is UTF-8',
    '文本按 UTF-16（小端）转成了字节；应当用 UTF-8',
    utf16le,
  ],
  [
    'charset-utf-16',
    'The text was written in UTF-16 with a byte order mark; it is UTF-8',
    '文本按带 BOM 的 UTF-16 转成了字节；应当用 UTF-8',
    utf16,
  ],
  [
    'charset-question-marks',
    'The text was written in ISO 8859-1 or ASCII, with ? for what they do not have',
    '文本按 ISO 8859-1 或 ASCII 转成了字节，没有的字符变成了 ?',
    latin1,
  ],
  [
    'charset-low-bytes',
    'Of each character only the lower byte was taken (binary, latin1 in Node)',
    '每个字符只取了低字节（Node 的 binary、latin1）',
    lowBytes,
  ],
  [
    'charset-utf-8-twice',
    'UTF-8 was read as ISO 8859-1 and written as UTF-8 once more',
    'UTF-8 被当成 ISO 8859-1 读入，又按 UTF-8 写了一遍',
    utf8Twice,
  ],
  [
    'charset-utf-8-lossy',
    'UTF-8 was read as ASCII, and each byte of Chinese became U+FFFD',
    'UTF-8 被当成 ASCII 读入，中文的每个字节变成了 U+FFFD',
    (text) => utf8(lossyText(utf8(text).map((byte) => (byte < 0x80 ? byte : 0xff)))),
  ],
  [
    'charset-cesu-8',
    'A character beyond the first plane (an emoji) was written as two halves (CESU-8)',
    '基本平面以外的字符（如表情符号）被拆成两半编码（CESU-8）',
    cesu8,
  ],
]

/** The text is right, and its bytes or its digest are not. */
export function digestMistakes<R extends Recipe>(): readonly Mistake<R>[] {
  return [
    ...mistakesOf<R, Mac>(macs, (recipe, mac) => ({ ...recipe, mac })),
    ...mistakesOf<R, Charset>(charsets, (recipe, charset) => ({ ...recipe, charset })),
  ]
}
