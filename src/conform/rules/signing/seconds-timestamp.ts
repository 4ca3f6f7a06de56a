import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

export const rule = {
  id: 'signing/seconds-timestamp',
  generations: stamped,
  severity: 'warning',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The international page says seconds; the Chinese one says milliseconds, and so do all samples.',
      zh: '国际站文档写的是秒；中国站文档写的是毫秒，所有示例也都是毫秒。',
    },
  },
  title: {
    en: 'Accepts a timestamp in seconds (10 digits) beside one in milliseconds (13 digits).',
    zh: '除毫秒（13 位）时间戳外，也接受秒（10 位）时间戳。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Take 10 digits as seconds and 13 as milliseconds for the 60 seconds; sign the text as it came.',
    zh: '检查 60 秒误差时，10 位按秒、13 位按毫秒处理；验签时使用收到的原文。',
  },
  async judge(seller) {
    await plainCall(seller)
    const timestamp = String(Math.round(Date.now() / 1000))
    return mustAccept(seller, {
      what: { en: 'A call with a timestamp in seconds', zh: '时间戳单位为秒的调用' },
      spoil: resigned(seller, { timestamp }),
    })
  },
} satisfies Rule
