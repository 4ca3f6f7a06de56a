import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

const delayMs = 45_000

export const rule = {
  id: 'signing/window',
  generations: stamped,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Accepts a call that was signed 45 seconds ago.',
    zh: '接受 45 秒前签名的调用。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Allow the 60 seconds of the document. A call may have been on its way for some of them, and the two clocks differ.',
    zh: '按文档允许 60 秒误差：调用在途中需要时间，双方时钟也会有差异。',
  },
  async judge(seller) {
    await plainCall(seller)
    const timestamp = String(Date.now() - delayMs)
    return mustAccept(seller, {
      what: { en: 'A call that was signed 45 seconds ago', zh: '45 秒前签名的调用' },
      spoil: resigned(seller, { timestamp }),
    })
  },
} satisfies Rule
