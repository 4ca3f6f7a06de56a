import { generations } from '../../generations.ts'
import { randomBytes } from 'node:crypto'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/wrong-key',
  generations,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Refuses a call that is signed with another key.',
    zh: '拒绝用其他密钥签名的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Compute the signature with your own access key and compare it with the one received before anything is done.',
    zh: '用自己的访问密钥计算签名，与收到的签名比较一致后再处理请求。',
  },
  async judge(seller) {
    await plainCall(seller)
    const stranger = seller.withKey(randomBytes(16).toString('hex'))
    return mustRefuse(stranger, {
      what: { en: 'A call signed with another key', zh: '用其他密钥签名的调用' },
    })
  },
} satisfies Rule
