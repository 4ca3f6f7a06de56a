import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { withSignature } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/empty-signature',
  generations,
  severity: 'error',
  source: documents.signingV2,
  title: { en: 'Refuses a call whose signature is empty.', zh: '拒绝签名为空的调用。' },
  consequence: consequences.forged,
  mend: {
    en: 'Do not skip the comparison when the signature is an empty text.',
    zh: '签名为空字符串时不要跳过比较。',
  },
  async judge(seller) {
    await plainCall(seller)
    return mustRefuse(seller, {
      what: { en: 'A call with an empty signature', zh: '签名为空的调用' },
      spoil: withSignature(seller.generation, () => ''),
    })
  },
} satisfies Rule
