import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { tokenInQuery } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/empty-parameter',
  generations: tokenInQuery,
  severity: 'error',
  source: {
    ...documents.tokenV1,
    note: {
      en: 'The sample for GET leaves no parameter out; the one for POST leaves blank ones out.',
      zh: 'GET 示例代码不跳过任何参数；POST 示例代码会跳过空值。',
    },
  },
  title: {
    en: 'Keeps an empty parameter in the text that is signed.',
    zh: '空参数也保留在待签名文本中。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Join all parameters but authToken, "name=" for one without a value.',
    zh: '拼接除 authToken 以外的全部参数，没有值的参数写作“name=”。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: 'A call with an empty parameter', zh: '带有空参数的调用' },
      members: seller.valid(seller.plain, { skuCode: '' }),
    })
  },
} satisfies Rule
