import { type Content, hex, lossyText } from '../bytes.ts'
import { hmacSha256 } from '../hashes.ts'
import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import type { ParameterRecipe } from '../schemes/parameters.ts'
import { separator } from '../schemes/stamped.ts'
import { type Part, part, partBytes } from '../step.ts'

type KeyOf = ParameterRecipe['keyOf']
const changed =
  (change: (text: string) => string): KeyOf =>
  ({ key, timeStamp }) => [key, time(change(lossyText(partBytes(timeStamp))))]
const time = (text: string) => part({ en: 'timeStamp', zh: 'timeStamp' }, text)

const keys: readonly Row<KeyOf>[] = [
  [
    'no-time-stamp-in-key',
    'The key of the HMAC was the Key alone, without timeStamp',
    'HMAC 的密钥只用了 Key 值，漏了 timeStamp',
    ({ key }) => [key],
  ],
  [
    'time-stamp-before-key',
    'timeStamp was put before the Key',
    'timeStamp 放到了 Key 值前面',
    ({ key, timeStamp }) => [timeStamp, key],
  ],
  [
    'time-stamp-alone',
    'The key of the HMAC was timeStamp alone',
    'HMAC 的密钥只用了 timeStamp',
    ({ timeStamp }) => [timeStamp],
  ],
  [
    'ampersand-in-key',
    'Key and timeStamp were joined with &',
    'Key 值和 timeStamp 之间用 & 连接了',
    ({ key, timeStamp }) => [key, separator('&'), timeStamp],
  ],
  [
    'plus-in-key',
    'The + of the formula was taken for a character of the key',
    '公式里的 + 被当成了密钥中的字符',
    ({ key, timeStamp }) => [key, separator('+'), timeStamp],
  ],
  [
    'blank-in-key',
    'Key and timeStamp were joined with a blank',
    'Key 值和 timeStamp 之间多了空格',
    ({ key, timeStamp }) => [key, separator(' '), timeStamp],
  ],
  [
    'time-stamp-without-milliseconds',
    'timeStamp was cut to seconds in the key',
    '密钥里的 timeStamp 被截到了秒',
    changed((text) => text.slice(0, 14)),
  ],
  [
    'time-stamp-undefined',
    'The word undefined was put behind the Key',
    'Key 值后面拼上了单词 undefined',
    ({ key }) => [key, time('undefined')],
  ],
  [
    'time-stamp-null',
    'The word null was put behind the Key',
    'Key 值后面拼上了单词 null',
    ({ key }) => [key, time('null')],
  ],
  [
    'key-then-hmac',
    'The key was made by an HMAC of timeStamp with the Key',
    '先用 Key 值对 timeStamp 做 HMAC，再当作密钥',
    ({ key, timeStamp }) => [hidden(key, hmacOf(key, timeStamp))],
  ],
  [
    'key-then-hmac-hex',
    'The key was made by an HMAC of timeStamp with the Key, in hex',
    '先用 Key 值对 timeStamp 做 HMAC，转成十六进制再当作密钥',
    ({ key, timeStamp }) => [hidden(key, hex(hmacOf(key, timeStamp)))],
  ],
]

function hidden(key: Part, content: Content): Part {
  return { ...key, content }
}

function hmacOf(key: Part, timeStamp: Part): Uint8Array {
  return hmacSha256(partBytes(key), partBytes(timeStamp))
}

/** The mistakes about the key, which is made of Key and timeStamp. */
export function keyOfMistakes(): readonly Mistake<ParameterRecipe>[] {
  return mistakesOf<ParameterRecipe, KeyOf>(keys, (recipe, keyOf) => ({ ...recipe, keyOf }))
}
