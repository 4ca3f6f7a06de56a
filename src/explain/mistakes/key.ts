import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import { base64, fromBase64, fromHex, utf8 } from '../bytes.ts'
import { utf16le } from '../charsets.ts'
import { sha256 } from '../hashes.ts'
import type { Recipe } from '../recipe.ts'

const asText: readonly Row<(key: string) => string>[] = [
  [
    'key-line-feed',
    'The key was read with the line feed at its end',
    '密钥末尾带上了换行符（LF）',
    (key) => `${key}\n`,
  ],
  [
    'key-crlf',
    'The key was read with CR and LF at its end',
    '密钥末尾带上了回车换行（CRLF）',
    (key) => `${key}\r\n`,
  ],
  [
    'key-carriage-return',
    'The key was read with a CR at its end, from a file of Windows',
    '密钥末尾带上了回车符（CR），来自 Windows 文件',
    (key) => `${key}\r`,
  ],
  [
    'key-blank-behind',
    'The key was copied with a blank behind it',
    '复制密钥时末尾多了一个空格',
    (key) => `${key} `,
  ],
  [
    'key-blank-before',
    'The key was copied with a blank before it',
    '复制密钥时开头多了一个空格',
    (key) => ` ${key}`,
  ],
  [
    'key-trimmed',
    'The blanks around the key were cut off',
    '密钥首尾的空白被去掉了',
    (key) => key.trim(),
  ],
  [
    'key-byte-order-mark',
    'The key was read from a file with a byte order mark before it',
    '读取密钥文件时带上了开头的 BOM',
    (key) => `\ufeff${key}`,
  ],
  [
    'key-double-quotes',
    'The double quotes of a settings file were taken for a part of the key',
    '配置文件里的双引号被当成了密钥的一部分',
    (key) => `"${key}"`,
  ],
  [
    'key-single-quotes',
    'The single quotes of a settings file were taken for a part of the key',
    '配置文件里的单引号被当成了密钥的一部分',
    (key) => `'${key}'`,
  ],
  [
    'key-upper-case',
    'The key was written in upper case',
    '密钥被转成了大写',
    (key) => key.toUpperCase(),
  ],
  [
    'key-lower-case',
    'The key was written in lower case',
    '密钥被转成了小写',
    (key) => key.toLowerCase(),
  ],
  [
    'key-no-hyphens',
    'The hyphens of the key were left out',
    '密钥中的连字符被去掉了',
    (key) => key.replaceAll('-', ''),
  ],
  ['key-empty', 'The key was empty: its setting was not found', '密钥为空：没有读到配置', () => ''],
  [
    'key-undefined',
    'The key was the word undefined: its setting was not found',
    '密钥是单词 undefined：没有读到配置',
    () => 'undefined',
  ],
  [
    'key-null',
    'The key was the word null: its setting was not found',
    '密钥是单词 null：没有读到配置',
    () => 'null',
  ],
  [
    'key-none',
    'The key was the word None: its setting was not found',
    '密钥是单词 None：没有读到配置',
    () => 'None',
  ],
  [
    'key-as-base64',
    'The key was encoded in Base64 first',
    '密钥先做了 Base64 编码',
    (key) => base64(utf8(key)),
  ],
  [
    'key-percent-decoded',
    'The key was decoded as a part of an address, where + is a blank',
    '密钥按 URL 解码了（+ 变成空格）',
    (key) => key.replaceAll('+', ' '),
  ],
]

const asBytes: readonly Row<(key: string) => Uint8Array | undefined>[] = [
  [
    'key-from-hex',
    'The key was decoded from hex to bytes; it is a text',
    '密钥按十六进制解码成了字节；它应当作为文本使用',
    fromHex,
  ],
  [
    'key-from-base64',
    'The key was decoded from Base64 to bytes; it is a text',
    '密钥按 Base64 解码成了字节；它应当作为文本使用',
    fromBase64,
  ],
  [
    'key-hashed',
    'The SHA-256 of the key was used in its place',
    '用密钥的 SHA-256 代替了密钥本身',
    (key) => sha256(utf8(key)),
  ],
  ['key-utf-16', 'The key was written as UTF-16', '密钥按 UTF-16 转成了字节', utf16le],
]

/** The key is the right one and was taken in a wrong way. */
export function keyMistakes<R extends Recipe>(): readonly Mistake<R>[] {
  return [
    ...mistakesOf<R, (key: string) => string>(asText, (recipe, change) => ({
      ...recipe,
      key: change(recipe.key),
    })),
    ...mistakesOf<R, (key: string) => Uint8Array | undefined>(asBytes, (recipe, change) =>
      change(recipe.key) === undefined
        ? undefined
        : { ...recipe, keyBytes: (key: string) => change(key) ?? utf8(key) },
    ),
  ]
}

/** A key with what its owner calls it. */
export interface NamedKey {
  readonly name: string
  readonly key: string
}

/** Another key than the one that belongs there, for each other key that was given. */
export function wrongKeys<R extends Recipe>(others: readonly NamedKey[]): readonly Mistake<R>[] {
  return others.map(({ name, key }, at) => ({
    id: `wrong-key-${at + 1}`,
    text: {
      en: `The wrong key was used: it is that of ${name}`,
      zh: `用错了密钥：用的是 ${name} 的密钥`,
    },
    make: (recipe) => ({ ...recipe, key }),
  }))
}
