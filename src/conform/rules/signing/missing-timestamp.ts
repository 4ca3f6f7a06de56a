import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'
import { without } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/missing-timestamp',
  generations: stamped,
  severity: 'error',
  source: documents.signingV2,
  title: { en: 'Refuses a call without a timestamp.', zh: '拒绝没有时间戳的调用。' },
  consequence: consequences.forged,
  mend: {
    en: 'Refuse with 000002 where the timestamp is missing: without it a recorded call is good for ever.',
    zh: '缺少时间戳时返回 000002：没有时间戳的调用被截获后可永久重放。',
  },
  async judge(seller) {
    await plainCall(seller)
    const sign = resigned(seller, { timestamp: '' })
    return mustRefuse(seller, {
      what: { en: 'A call without a timestamp', zh: '没有时间戳的调用' },
      spoil: (request) => without(seller.generation, 'timestamp', sign(request)),
    })
  },
} satisfies Rule
