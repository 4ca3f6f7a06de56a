import type { Search } from '../../src/explain/search.ts'
import type { Text } from '../../src/explain/text.ts'

/** What the page of signatures says around an explanation. */
export const words = {
  request: { en: 'Request', zh: '请求' },
  requestHint: {
    en: 'A curl line, raw HTTP, an address, or the JSON of koogate sign. An answer with Body-Sign too.',
    zh: 'curl 命令行、原始 HTTP、一个地址，或 koogate sign 输出的 JSON；带 Body-Sign 的应答也可以。',
  },
  scheme: { en: 'Way of signing', zh: '签名方式' },
  auto: { en: 'As the request shows', zh: '从请求判断' },
  key: { en: 'Key', zh: '密钥' },
  keyHint: {
    en: 'The access key, the Key of V1, SK, or a secret whsec_…',
    zh: '访问密钥、V1 的 Key 值、SK，或 whsec_… 形式的密钥',
  },
  others: { en: 'Other keys', zh: '其他密钥' },
  othersHint: {
    en: 'Optional, one on each line, as name=key: tried as the wrong one.',
    zh: '可选，每行一个，写作“名称=密钥”：用来检查是否用错了密钥。',
  },
  received: { en: 'Received signature', zh: '收到的签名' },
  receivedHint: {
    en: 'Optional: in the place of the one in the request.',
    zh: '可选：代替请求里的签名。',
  },
  explain: { en: 'Explain', zh: '解释' },
  example: { en: 'Fill in an example', zh: '填入示例' },
  clear: { en: 'Clear', zh: '清空' },
  local: {
    en: 'Everything is computed in this page. Nothing is sent or kept.',
    zh: '全部计算都在本页面内完成，不发送也不保存任何内容。',
  },
  right: { en: 'The signature is right.', zh: '签名正确。' },
  mistaken: { en: 'The signature is wrong. This makes it:', zh: '签名错误，原因是：' },
  any: {
    en: 'The signature is wrong. Any of these makes it:',
    zh: '签名错误，下面任何一种都会得到这个值：',
  },
  unexplained: {
    en: 'The signature is wrong, and none of the mistakes that are known makes it.',
    zh: '签名错误，已知的错误都得不到这个值。',
  },
  unsigned: {
    en: 'The request has no signature. The expected one is below.',
    zh: '请求里没有签名，应有的签名见下。',
  },
  and: { en: ', and: ', zh: '；同时：' },
  expected: { en: 'Expected', zh: '应为' },
  wasReceived: { en: 'Received', zh: '收到' },
  signedSo: { en: 'What was signed', zh: '实际被签名的内容' },
  steps: { en: 'Step by step to the right signature', zh: '正确签名的每一步' },
} satisfies Record<string, Text>

/** What was tried in vain. */
export function triedText({ triedMistakes, triedPairs }: Search): Text {
  const pairs =
    triedPairs === 0
      ? { en: '; no pairs, because the body is large', zh: '；正文较大，没有试两种错误的组合' }
      : { en: ` and ${triedPairs} pairs of them`, zh: `和 ${triedPairs} 种两两组合` }
  return {
    en: `Tried: ${triedMistakes} mistakes${pairs.en}. Is the key the right one, and is the request pasted as it was sent?`,
    zh: `试了 ${triedMistakes} 种错误${pairs.zh}。请确认密钥正确，且请求与发送时完全一致。`,
  }
}

/** The worked example of the V2 page, whose signer left the inner HMAC out. */
export const example = {
  key: '0123456789abcdef0123456789abcdef',
  request: `POST /main/saas?signature=b8d552ae7d772419e433e22220fe523e3e42cdfca7ca68f0b59d152cc56a2b80&timestamp=1680508066618&nonce=50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA HTTP/1.1
Host: shop.example.com
Content-Type: application/json;charset=utf8

{"activity":"newInstance","businessId":"87b94795-0603-4e24-8ae5-69420d60e3c8","orderId":"CS2211181819B4LVS","orderLineId":"CS2211181819B4LVS-000001","testFlag":"1"}`,
} as const
