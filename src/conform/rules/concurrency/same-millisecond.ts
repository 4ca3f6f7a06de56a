import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { atOnce } from '../../life/at-once.ts'
import { isDone, judgedBy } from '../../life/outcome.ts'
import { outcomeOf } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

export const rule = {
  id: 'concurrency/same-millisecond',
  generations: stamped,
  severity: 'warning',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The page asks to cache the nonce; that two calls may have one timestamp is inferred.',
      zh: '文档要求缓存 nonce；两次调用可能时间戳相同为推断。',
    },
  },
  title: {
    en: 'Takes calls of one millisecond, each with a nonce of its own.',
    zh: '同一毫秒内的多个调用，只要 nonce 不同都应接受。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Tell a replay by its nonce, not by its timestamp.',
    zh: '用 nonce 判断重放，而不是用 timestamp。',
  },
  async judge(seller) {
    const now = Date.now()
    const callAt = (timestamp: string) =>
      seller.call(seller.plain, seller.valid(seller.plain), resigned(seller, { timestamp }))
    const apart = await atOnce((at) => callAt(String(now - 1 - at)), 3)
    if (!apart.every(isDone)) throw judgedBy('concurrency/busy')
    const made = await atOnce(() => callAt(String(now)), 3)
    const refused = made.filter((one) => !isDone(one))
    return refused.slice(0, 1).map((first) => {
      const { en, zh } = outcomeOf(first)
      const message = {
        en: `Of ${made.length} calls with one timestamp and different nonces failed ${refused.length}: ${en}.`,
        zh: `时间戳相同、nonce 不同的 ${made.length} 个调用失败 ${refused.length} 个：${zh}。`,
      }
      return breach(message, ...refused)
    })
  },
} satisfies Rule
