import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustRefuse } from '../../judging.ts'
import { refusesStrangers } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'
import { withSignature } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/whole-signature',
  generations,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Compares the whole signature, not only how it begins.',
    zh: '比较完整的签名，而不只是开头部分。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Compare the two texts whole and in constant time (MessageDigest.isEqual, hmac.compare_digest, timingSafeEqual).',
    zh: '用常量时间比较整个签名（MessageDigest.isEqual、hmac.compare_digest、timingSafeEqual）。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    return mustRefuse(seller, {
      what: {
        en: 'A call whose signature is right but for its second half',
        zh: '签名后半部分错误的调用',
      },
      spoil: withSignature(seller.generation, halfWrong),
    })
  },
} satisfies Rule

// Of the second half every character is another one; what ends a Base64 text stays.
function halfWrong(signature: string): string {
  const middle = signature.length / 2
  const wrong = signature.slice(middle).replaceAll(/[^=]/g, (one) => (one === 'A' ? 'B' : 'A'))
  return signature.slice(0, middle) + wrong
}
