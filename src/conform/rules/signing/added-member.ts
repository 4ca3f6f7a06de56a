import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustRefuse } from '../../judging.ts'
import { refusesStrangers } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'
import { withMember } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/added-member',
  generations,
  severity: 'error',
  source: {
    ...documents.tokenV1,
    note: {
      en: 'V1 says it of all parameters; the signature of V2 covers the whole body.',
      zh: 'V1 规定全部参数参与签名；V2 的签名覆盖整个请求体。',
    },
  },
  title: {
    en: 'Refuses a call to which a field was added after it was signed.',
    zh: '拒绝签名之后又添加了字段的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Sign everything that came, whether you know the field or not: the raw body in V2, all parameters but authToken in V1.',
    zh: '对收到的全部内容验签，无论是否认识该字段：V2 为原始请求体，V1 为除 authToken 以外的全部参数。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    return mustRefuse(seller, {
      what: {
        en: 'A call with a field that its signature does not cover',
        zh: '含有未被签名覆盖的字段的调用',
      },
      spoil: withMember(seller.generation, 'addedByNobody', 'KOOGATE'),
    })
  },
} satisfies Rule
