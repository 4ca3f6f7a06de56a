import { base64, hex, lossyText } from '../bytes.ts'
import { sha256 } from '../hashes.ts'
import { type Mistake, type Row, mistakesOf } from '../mistake.ts'
import { bytesIn } from '../recipe.ts'
import {
  type Pieces,
  type StampedRecipe,
  innerDigest,
  innerHex,
  separator,
  wholeBody,
} from '../schemes/stamped.ts'
import type { Part } from '../step.ts'

type Join = (pieces: Pieces) => readonly Part[]

const between =
  (mark: string): Join =>
  ({ key, nonce, timestamp, payload }) =>
    [key, nonce, timestamp, payload].flatMap((one, at) =>
      at === 0 ? [one] : [separator(mark), one],
    )
const named = (name: string, one: Part): readonly Part[] => [separator(`${name}=`), one]

/** Orders and marks that are wrong wherever the text is key, nonce, timestamp and payload. */
export const keyedJoins: readonly Row<Join>[] = [
  [
    'order-timestamp-nonce',
    'The timestamp was put before the nonce',
    '时间戳放到了随机数前面',
    ({ key, nonce, timestamp, payload }) => [key, timestamp, nonce, payload],
  ],
  [
    'order-key-behind',
    'The key was put behind everything else',
    '密钥放到了最后',
    ({ key, nonce, timestamp, payload }) => [nonce, timestamp, payload, key],
  ],
  [
    'order-body-first',
    'The body was put first',
    '正文放到了最前面',
    ({ key, nonce, timestamp, payload }) => [payload, key, nonce, timestamp],
  ],
  [
    'order-body-behind-key',
    'The body was put behind the key, before nonce and timestamp',
    '正文紧跟在密钥后面，放到了随机数和时间戳之前',
    ({ key, nonce, timestamp, payload }) => [key, payload, nonce, timestamp],
  ],
  [
    'order-by-value',
    'The pieces were sorted by their values',
    '各部分按值排了序',
    (pieces) => sortedByValue(pieces),
  ],
  [
    'no-key-in-text',
    'The key was left out of the text',
    '文本里漏了密钥',
    ({ nonce, timestamp, payload }) => [nonce, timestamp, payload],
  ],
  [
    'no-body-in-text',
    'The body was left out of the text',
    '文本里漏了正文',
    ({ key, nonce, timestamp }) => [key, nonce, timestamp],
  ],
  ['body-alone', 'Only the body was signed', '只对正文签了名', ({ payload }) => [payload]],
  ['joined-by-ampersand', 'The pieces were joined with &', '各部分之间用 & 连接了', between('&')],
  [
    'joined-by-line-feed',
    'The pieces were joined with line feeds',
    '各部分之间用换行符连接了',
    between('\n'),
  ],
  ['joined-by-comma', 'The pieces were joined with commas', '各部分之间用逗号连接了', between(',')],
  ['joined-by-blank', 'The pieces were joined with blanks', '各部分之间用空格连接了', between(' ')],
  [
    'joined-by-plus',
    'The + of the formula was taken for a character',
    '公式里的 + 被当成了字符',
    between('+'),
  ],
]

/** The rules of other ways of signing, and parts of them. */
export const foreignJoins = {
  v2: [
    'rule-of-v2',
    'The key, nonce and timestamp stand before the body, as the V2 signature has them',
    '按 V2 签名的规则，把密钥、随机数、时间戳放在了正文前面',
    ({ key, nonce, timestamp, payload }) => [key, nonce, timestamp, payload],
  ],
  usage: [
    'rule-of-usage',
    'The text was written as ts=…&nonce=…&body=…, as the usage signature has it',
    '文本写成了 ts=…&nonce=…&body=…（用量签名的规则）',
    usageText,
  ],
  webhook: [
    'rule-of-webhook',
    'The pieces were joined as nonce.timestamp.body, as Standard Webhooks has them',
    '文本写成了 随机数.时间戳.正文（Standard Webhooks 的规则）',
    webhookText,
  ],
} as const satisfies Record<string, Row<Join>>

/** The text of the usage signature. */
export function usageText({ nonce, timestamp, payload }: Pieces): readonly Part[] {
  return [...named('ts', timestamp), ...named('&nonce', nonce), ...named('&body', payload)]
}

/** The text of Standard Webhooks. */
export function webhookText({ nonce, timestamp, payload }: Pieces): readonly Part[] {
  return [nonce, separator('.'), timestamp, separator('.'), payload]
}

type Payload = StampedRecipe['payload']

/** What else may stand for the body. */
export const payloads = {
  'inner-missing': [
    'inner-missing',
    'The body itself stands in the text; V2 has its HMAC there',
    '文本里放的是正文本身；V2 要放正文的 HMAC',
    wholeBody,
  ],
  'inner-made': [
    'inner-made',
    'The HMAC of the body stands in the text, as V2 has it; here it is the body itself',
    '文本里放的是正文的 HMAC（V2 的规则）；这里要放正文本身',
    innerHex,
  ],
  'inner-plain': [
    'inner-plain',
    'The inner digest is plain SHA-256; it is an HMAC with the key',
    '内层摘要用了不带密钥的 SHA-256；应当是带密钥的 HMAC',
    (recipe) => hex(sha256(bytesIn(recipe, recipe.body))),
  ],
  'inner-upper-case': [
    'inner-upper-case',
    'The inner digest was written in upper-case hex',
    '内层摘要写成了大写十六进制',
    (recipe) => hex(innerDigest(recipe)).toUpperCase(),
  ],
  'inner-base64': [
    'inner-base64',
    'The inner digest was written in Base64',
    '内层摘要写成了 Base64',
    (recipe) => base64(innerDigest(recipe)),
  ],
  'inner-bytes': [
    'inner-bytes',
    'The inner digest was appended as bytes; it is hex',
    '内层摘要直接拼接了字节；应当用十六进制',
    innerDigest,
  ],
  'body-in-hex': [
    'body-in-hex',
    'The body was written in hex',
    '正文写成了十六进制',
    (recipe) => hex(bytesIn(recipe, recipe.body)),
  ],
} as const satisfies Record<string, Row<Payload>>

/** The mistakes of a table of texts. */
export function joinMistakes(rows: readonly Row<Join>[]): readonly Mistake<StampedRecipe>[] {
  return mistakesOf<StampedRecipe, Join>(rows, (recipe, join) => ({ ...recipe, join }))
}

/** The mistakes of a table of what stands for the body. */
export function payloadMistakes(rows: readonly Row<Payload>[]): readonly Mistake<StampedRecipe>[] {
  return mistakesOf<StampedRecipe, Payload>(rows, (recipe, payload) => ({ ...recipe, payload }))
}

function sortedByValue({ key, nonce, timestamp, payload }: Pieces): readonly Part[] {
  const read = ({ content }: Part) => (typeof content === 'string' ? content : lossyText(content))
  return [key, nonce, timestamp, payload].toSorted((a, b) => (read(a) < read(b) ? -1 : 1))
}
