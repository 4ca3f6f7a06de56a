import { isObject } from '../../../simulator/calls/answer.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Members, Spoil } from '../../exchange.ts'
import { stamped } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/sorted-form',
  generations: stamped,
  severity: 'warning',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The document sorts the fields by name before it signs. In its samples the body is sorted already, so whether the store ever sends another form is inferred.',
      zh: '文档规定签名前按字段名排序。示例中的请求体本来就已排序，云商店是否会发送其他形式属于推断。',
    },
  },
  title: {
    en: 'Accepts a body whose signature covers its sorted compact form.',
    zh: '接受签名覆盖“排序后的紧凑 JSON”的请求体。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Verify the raw body first; if that fails, sort the fields of the first level by name, leave out null, write JSON without blanks, and verify that.',
    zh: '先用原始请求体验签；失败时把第一层字段按名称排序、去掉 null，序列化为无空格的 JSON 再验一次。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: {
        en: 'A body on several lines with its fields in another order',
        zh: '字段顺序不同且换行书写的请求体',
      },
      spoil: loosely,
    })
  },
} satisfies Rule

// The signature stays: it was made of the sorted compact form.
const loosely: Spoil = (request) => {
  const members: unknown = JSON.parse(request.body ?? '{}')
  const turned = isObject(members) ? turnedRound(members) : members
  return { ...request, body: JSON.stringify(turned, undefined, 2) }
}

function turnedRound(members: Members): Members {
  return Object.fromEntries(Object.entries(members).reverse())
}
