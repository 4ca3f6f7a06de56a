import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import { refusesStrangers } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'
import { underSignatureOf } from '../../spoil-signature.ts'

export const rule = {
  id: 'signing/changed-member',
  generations,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Refuses other contents under the signature of an earlier call.',
    zh: '拒绝沿用先前调用的签名但内容已改变的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Compute the signature anew over what came with this very call; do not remember signatures that held once.',
    zh: '每次都对本次收到的内容重新计算签名；不要缓存曾经验证通过的签名。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    const first = await plainCall(seller)
    return mustRefuse(seller, {
      what: {
        en: 'A call with the signature of an earlier one and other ids',
        zh: '沿用先前调用的签名、但更换了ID的调用',
      },
      spoil: underSignatureOf(first),
    })
  },
} satisfies Rule
