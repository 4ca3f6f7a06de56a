import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'
import { without } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/missing-nonce',
  generations: stamped,
  severity: 'error',
  source: documents.signingV2,
  title: { en: 'Refuses a call without a nonce.', zh: '拒绝没有随机数 nonce 的调用。' },
  consequence: consequences.forged,
  mend: {
    en: 'Refuse with 000002 where the nonce is missing: it is what tells a repeat from a replay.',
    zh: '缺少 nonce 时返回 000002：它用来区分正常重试与重放。',
  },
  async judge(seller) {
    await plainCall(seller)
    const sign = resigned(seller, { nonce: '' })
    return mustRefuse(seller, {
      what: { en: 'A call without a nonce', zh: '没有 nonce 的调用' },
      spoil: (request) => without(seller.generation, 'nonce', sign(request)),
    })
  },
} satisfies Rule
