import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'tolerance/unknown-fields',
  generations,
  severity: 'warning',
  source: {
    ...documents.tokenV1,
    note: {
      en: 'V1 tells how to verify parameters that you do not know; in V2 fields were added in 2025 without a new version (inferred).',
      zh: 'V1 规定未知参数同样参与验签；V2 在 2025 年未升级版本就增加了字段（推断）。',
    },
  },
  title: {
    en: 'Accepts a signed call with a field that it does not know.',
    zh: '接受含有未知字段的已签名调用。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Ignore what you do not know, and keep it with the call (Jackson: FAIL_ON_UNKNOWN_PROPERTIES = false).',
    zh: '忽略未知字段并随调用记录保存（Jackson：FAIL_ON_UNKNOWN_PROPERTIES = false）。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustAccept(seller, {
      what: { en: 'A call with an unknown field', zh: '含有未知字段的调用' },
      members: seller.valid(seller.plain, { fieldOfTomorrow: 'KOOGATE' }),
    })
  },
} satisfies Rule
