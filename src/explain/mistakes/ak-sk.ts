import { base64, hex, utf8 } from '../bytes.ts'
import { hmacSha256, sha256 } from '../hashes.ts'
import { type Mistake, mistakesOf } from '../mistake.ts'
import { bytesIn } from '../recipe.ts'
import { type AkSkRecipe, akSkRule } from '../schemes/ak-sk-recipe.ts'
import { type AkSkRows, paths, queries, withoutParameter } from './ak-sk-address.ts'
import { headers, isForgotten, withHeader, withoutHeader } from './ak-sk-headers.ts'

const bodyHashes: AkSkRows = [
  [
    'body-hash-upper-case',
    'The hash of the body was written in upper-case hex',
    '正文的哈希写成了大写十六进制',
    () => ({ bodyHash: (recipe) => akSkRule.bodyHash(recipe).toUpperCase() }),
  ],
  [
    'body-hash-base64',
    'The hash of the body was written in Base64',
    '正文的哈希写成了 Base64',
    () => ({ bodyHash: (recipe) => base64(sha256(bytesIn(recipe, recipe.body))) }),
  ],
  [
    'body-hash-keyed',
    'The hash of the body was made with the SK; it is plain SHA-256',
    '正文的哈希用了 SK 做 HMAC；应当是普通的 SHA-256',
    () => ({
      bodyHash: (recipe) => hex(hmacSha256(utf8(recipe.key), bytesIn(recipe, recipe.body))),
    }),
  ],
  [
    'body-itself',
    'The body itself stands in the place of its hash',
    '该放正文哈希的地方放了正文本身',
    () => ({ bodyHash: ({ body }) => (typeof body === 'string' ? body : '') }),
  ],
  [
    'body-hash-left-out',
    'The hash of the body was left out',
    '漏了正文的哈希',
    () => ({ bodyHash: () => '' }),
  ],
  [
    'body-hash-unsigned',
    'UNSIGNED-PAYLOAD was signed, and the header that says so was not sent',
    '按 UNSIGNED-PAYLOAD 签了名，却没有发送说明它的消息头',
    () => ({ bodyHash: () => 'UNSIGNED-PAYLOAD' }),
  ],
]

const texts: AkSkRows = [
  [
    'method-lower-case',
    'The method was written in lower case',
    '请求方法写成了小写',
    ({ method }) => ({ method: method.toLowerCase() }),
  ],
  [
    'method-other',
    'Another method was signed than was sent (GET and POST)',
    '签名时的请求方法与发送的不同（GET 与 POST）',
    ({ method }) => ({ method: method === 'GET' ? 'POST' : 'GET' }),
  ],
  [
    'canonical-not-hashed',
    'The canonical request itself stands in the text to sign; it is its SHA-256',
    '待签名文本里放了规范请求本身；应当放它的 SHA-256',
    () => ({
      signedText: ({ algorithm, date, canonical }) => [algorithm, date, canonical].join('\n'),
    }),
  ],
  [
    'canonical-signed',
    'The canonical request was signed directly',
    '直接对规范请求签了名',
    () => ({ signedText: ({ canonical }) => canonical }),
  ],
  [
    'hash-alone',
    'Only the hash of the canonical request was signed',
    '只对规范请求的哈希签了名',
    () => ({ signedText: ({ hash }) => hash }),
  ],
  [
    'hash-upper-case',
    'The hash of the canonical request was written in upper-case hex',
    '规范请求的哈希写成了大写十六进制',
    () => ({
      signedText: ({ algorithm, date, hash }) => [algorithm, date, hash.toUpperCase()].join('\n'),
    }),
  ],
  [
    'algorithm-left-out',
    'The name of the algorithm was left out',
    '漏了算法名称',
    () => ({ signedText: ({ date, hash }) => [date, hash].join('\n') }),
  ],
  [
    'date-left-out',
    'The date was left out',
    '漏了日期',
    () => ({ signedText: ({ algorithm, hash }) => [algorithm, hash].join('\n') }),
  ],
  [
    'algorithm-hmac',
    'The algorithm was named HMAC-SHA256',
    '算法名称写成了 HMAC-SHA256',
    () => ({ algorithm: 'HMAC-SHA256' }),
  ],
  [
    'algorithm-aws',
    'The algorithm was named AWS4-HMAC-SHA256',
    '算法名称写成了 AWS4-HMAC-SHA256',
    () => ({ algorithm: 'AWS4-HMAC-SHA256' }),
  ],
  [
    'text-by-blanks',
    'The lines of the text to sign were joined with blanks',
    '待签名文本的各行之间用空格连接了',
    () => ({ signedText: ({ algorithm, date, hash }) => [algorithm, date, hash].join(' ') }),
  ],
  [
    'text-line-feed',
    'A line feed was put behind the text to sign',
    '待签名文本末尾多了换行符',
    () => ({ signedText: (pieces) => `${akSkRule.signedText(pieces)}\n` }),
  ],
  [
    'lines-crlf',
    'The lines were joined with CR and LF',
    '各行之间用了回车换行（CRLF）',
    () => ({
      canonicalText: (lines) => lines.join('\n').replaceAll('\n', '\r\n'),
      signedText: ({ algorithm, date, hash }) => [algorithm, date, hash].join('\r\n'),
    }),
  ],
  [
    'date-iso',
    'The date was signed with hyphens and colons',
    '日期带着连字符和冒号参与了签名',
    ({ date }) => ({
      date: date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
    }),
  ],
  [
    'date-of-day',
    'Only the day was signed, as AWS has it',
    '日期只取了年月日（AWS 的规则）',
    ({ date }) => ({ date: date.slice(0, 8) }),
  ],
]

const keys: AkSkRows = [
  [
    'ak-for-sk',
    'AK was used in the place of SK',
    '用 AK 代替了 SK',
    ({ accessKey }) => ({ key: accessKey }),
  ],
  [
    'ak-and-sk',
    'AK and SK were used one behind the other',
    '用 AK 拼接 SK 作为密钥',
    ({ accessKey, key }) => ({ key: accessKey + key }),
  ],
  [
    'key-with-sdk',
    'SDK was put before the SK',
    'SK 前面加上了 SDK',
    ({ key }) => ({ key: `SDK${key}` }),
  ],
  [
    'key-with-aws4',
    'AWS4 was put before the SK, as AWS has it',
    'SK 前面加上了 AWS4（AWS 的规则）',
    ({ key }) => ({ key: `AWS4${key}` }),
  ],
]

/** The mistakes of AK/SK; some follow from the parameters and headers of the message. */
export function akSkMistakes(recipe: AkSkRecipe): readonly Mistake<AkSkRecipe>[] {
  const rows = [keys, texts, paths, queries, headers, bodyHashes].flat()
  return [
    ...mistakesOf<AkSkRecipe, AkSkRows[number][3]>(rows, (one, change) => {
      const changed = change(one)
      return changed && { ...one, ...changed }
    }),
    ...[...new Set(recipe.query.map(([name]) => name))].map(withoutParameter),
    ...recipe.headers.map(({ name }) => withoutHeader(name)),
    ...recipe.sent.filter((one) => isForgotten(one, recipe)).map(withHeader),
  ]
}
