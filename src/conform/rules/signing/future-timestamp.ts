import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

const tenMinutesMs = 600_000

export const rule = {
  id: 'signing/future-timestamp',
  generations: stamped,
  severity: 'warning',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The text asks for a difference of at most 60 s; the sample project looks at the past only.',
      zh: '文档要求相差不超过 60 秒；官方示例工程只检查过去的时间。',
    },
  },
  title: {
    en: 'Refuses a call whose timestamp is ten minutes ahead.',
    zh: '拒绝时间戳超前十分钟的调用。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Compare the absolute difference with 60 seconds: a call that is dated ahead can be kept and used later.',
    zh: '用时间差的绝对值与 60 秒比较：时间超前的调用可以被截留到以后使用。',
  },
  async judge(seller) {
    await plainCall(seller)
    const timestamp = String(Date.now() + tenMinutesMs)
    return mustRefuse(seller, {
      what: { en: 'A call that is dated ten minutes ahead', zh: '时间戳超前十分钟的调用' },
      spoil: resigned(seller, { timestamp }),
    })
  },
} satisfies Rule
