import type { Text } from './rule.ts'

// What the checks of the simulator say, in Chinese.
const chinese: readonly (readonly [RegExp, string])[] = [
  [/^not reachable: (.+)$/, '地址不可达（$1）'],
  [/^no answer within (\S+) s .+$/, '$1 秒内没有应答（云商店调试等待 20 秒）'],
  [/^HTTP status is (\d+), not 200$/, 'HTTP 状态码为 $1，应为 200'],
  [/^Content-Type is missing, not application\/json$/, '缺少 Content-Type，应为 application/json'],
  [/^Content-Type is (.+), not application\/json$/, 'Content-Type 为 $1，应为 application/json'],
  [/^resultCode is (.+), not (.+)$/, 'resultCode 为 $1，应为 $2'],
  [/^(.+) is missing$/, '缺少 $1'],
  [
    /^(.+) has (\d+) characters, at most (\d+) are documented$/,
    '$1 有 $2 个字符，文档规定最多 $3 个',
  ],
  [/^(.+) is not an object$/, '$1 不是对象'],
  [/^(.+) is not a list$/, '$1 不是列表'],
  [/^(.+) is not a number$/, '$1 不是数字'],
  [/^(.+) is not a text$/, '$1 不是文本'],
  [/^the body is not a JSON object$/, '响应体不是 JSON 对象'],
  [/^the header is named (.+), not (.+)$/, '响应头名称是 $1，应为 $2'],
  [
    /^(.+) is not sign_type=.+$/,
    '$1 的值不是 sign_type="HMAC-SHA256", signature="..." 的形式（必须带双引号）',
  ],
  [
    /^(.+) is not the signature of the body with the Key of the call$/,
    '$1 不是用本次调用的 Key 对响应体计算的签名',
  ],
]

/** What a check of an answer found, in both languages. */
export function faultText(en: string): Text {
  const [form, zh] = chinese.find(([pattern]) => pattern.test(en)) ?? []
  return { en, zh: form === undefined || zh === undefined ? en : en.replace(form, zh) }
}
