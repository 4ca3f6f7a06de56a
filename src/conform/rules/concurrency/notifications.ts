import { documents } from '../../documents.ts'
import { atOnce } from '../../life/at-once.ts'
import { isDone, judgedBy, mustBeDone, unlessAllDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/notifications',
  generations: ['orders'],
  severity: 'error',
  source: documents.debuggingOrders,
  title: {
    en: 'Answers the notification of one order with success, however many of its calls come at once.',
    zh: '同一订单的多个订单通知同时到达时，全部返回成功。',
  },
  consequence: {
    en: 'The store repeats the notification for 3 hours and stops; each failure is a mail and a message to you.',
    zh: '云商店会连续通知 3 小时后停止，每次失败都会给商家发送邮件和消息。',
  },
  mend: {
    en: 'The unique index on the order throws for the second call: take that as a repeat and answer 000000.',
    zh: '订单上的唯一索引会让第二个调用抛出异常：应把它当作重复调用返回 000000。',
  },
  alone: true,
  async judge(seller) {
    const alone = seller.valid('orderNotify')
    mustBeDone(await seller.call('orderNotify', alone))
    const again = await seller.call('orderNotify', alone)
    if (!isDone(again)) throw judgedBy('repeats/order-notify')
    const members = seller.valid('orderNotify')
    return unlessAllDone(await atOnce(() => seller.call('orderNotify', members)), (outcome) => ({
      en: `A notification repeated one after the other succeeds; repeated at once fail ${outcome.en}.`,
      zh: `同一订单通知依次重复均成功，并发重复失败 ${outcome.zh}。`,
    }))
  },
} satisfies Rule
