import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { withSignature } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/unsigned',
  generations,
  severity: 'error',
  source: documents.signingV2,
  title: { en: 'Refuses a call without a signature.', zh: '拒绝没有签名的调用。' },
  consequence: consequences.forged,
  mend: {
    en: 'Treat a missing signature (of V1: a missing authToken) as a wrong one.',
    zh: '缺少签名（V1 为缺少 authToken）时，按签名错误处理。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustRefuse(seller, {
      what: { en: 'A call without a signature', zh: '没有签名的调用' },
      spoil: withSignature(seller.generation, () => undefined),
    })
  },
} satisfies Rule
