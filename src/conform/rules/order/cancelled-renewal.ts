import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import { generationsWith, play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { expiryIn } from '../../life/times.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/cancelled-renewal',
  generations: generationsWith('cancelRenewal'),
  severity: 'error',
  source: documents.refreshInstanceV2,
  title: {
    en: 'Takes a renewal back: an expiry that is earlier than the present one.',
    zh: '支持退续费：接受早于当前到期时间的新到期时间。',
  },
  consequence: {
    en: 'The buyer has the money back and uses the period all the same; the store repeats the call and stops.',
    zh: '买家已拿到退款却仍可使用该周期；云商店重试后停止。',
  },
  mend: {
    en: 'With scene UNSUBSCRIBE_RENEWAL_PERIOD (in V1 a negative orderAmount) set the expiry that is given, also when it is earlier.',
    zh: 'scene 为 UNSUBSCRIBE_RENEWAL_PERIOD（V1 中 orderAmount 为负数）时，即使更早也要设置给定的到期时间。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const until = (years: number) => ({ expireTime: expiryIn(365 * years, seller.generation) })
    const renewed = await playWell(seller, stepOf(seller, 'renew', subject, until(3)))
    return unlessDone(
      await play(seller, stepOf(seller, 'cancelRenewal', subject, until(2))),
      (outcome) => ({
        en: `The cancellation of the renewal: ${outcome.en}.`,
        zh: `退续费：${outcome.zh}。`,
      }),
      renewed,
    )
  },
} satisfies Rule
