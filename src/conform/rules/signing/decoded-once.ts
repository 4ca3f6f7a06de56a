import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { tokenInQuery } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/decoded-once',
  generations: tokenInQuery,
  severity: 'error',
  source: documents.tokenV1,
  title: {
    en: 'Decodes the parameters exactly once before it verifies them.',
    zh: '验签前只对参数做一次 URL 解码。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Most frameworks have decoded the query when you read it: do not call URLDecoder again. A name with "%" in it shows the difference.',
    zh: '多数框架在读取参数时已经解码，不要再次调用 URLDecoder。参数值含有“%”时就会出现差异。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: {
        en: 'A customer name with blanks, "&", "=" and "%41" in it',
        zh: '包含空格、“&”、“=”和“%41”的客户名',
      },
      members: seller.valid(seller.plain, { customerName: '100%41 & co = 张三' }),
    })
  },
} satisfies Rule
