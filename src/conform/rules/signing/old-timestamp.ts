import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

const tenMinutesMs = 600_000

export const rule = {
  id: 'signing/old-timestamp',
  generations: stamped,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Refuses a call that was signed ten minutes ago.',
    zh: '拒绝十分钟前签名的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Refuse a timestamp that is more than 60 seconds away from your clock, and keep the clock right (NTP). It counts milliseconds.',
    zh: '时间戳与服务器时间相差超过 60 秒时拒绝，并保持服务器时间准确（NTP）。时间戳单位为毫秒。',
  },
  async judge(seller) {
    await plainCall(seller)
    const timestamp = String(Date.now() - tenMinutesMs)
    return mustRefuse(seller, {
      what: { en: 'A call that was signed ten minutes ago', zh: '十分钟前签名的调用' },
      spoil: resigned(seller, { timestamp }),
    })
  },
} satisfies Rule
