import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { posted } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Breach, Rule } from '../../rule.ts'
import { withHeaders } from '../../spoil.ts'

const types = [
  'application/json',
  'application/json;charset=utf8',
  'application/json;charset=utf-8',
  'application/json; charset=UTF-8',
]

export const rule = {
  id: 'http/content-types',
  generations: posted,
  severity: 'error',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The samples of the documents show charset=utf8, charset=utf-8 and none.',
      zh: '各文档示例中出现过 charset=utf8、charset=utf-8 以及不带 charset 三种写法。',
    },
  },
  title: {
    en: 'Accepts JSON with every spelling of the charset: utf8, utf-8, UTF-8 and none.',
    zh: '接受各种 charset 写法的 JSON 请求：utf8、utf-8、UTF-8 及不带 charset。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Read the body as UTF-8 JSON whatever the content type says: the JSON parser of Express, for one, answers 415 to utf8.',
    zh: '无论 Content-Type 如何，都按 UTF-8 JSON 读取请求体：例如 Express 的 JSON 解析器会对 utf8 返回 415。',
  },
  async judge(seller) {
    await plainCall(seller)
    const found: Breach[] = []
    for (const type of types) {
      const what = { en: `A call with Content-Type: ${type}`, zh: `Content-Type 为 ${type} 的调用` }
      const spoil = withHeaders({ 'Content-Type': type })
      found.push(...(await mustAccept(seller, { what, spoil })))
    }
    return found
  },
} satisfies Rule
