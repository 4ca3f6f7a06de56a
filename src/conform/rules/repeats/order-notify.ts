import { documents } from '../../documents.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/order-notify',
  generations: ['orders'],
  severity: 'error',
  source: documents.debuggingOrders,
  title: {
    en: 'Answers the notification of the same order again with success.',
    zh: '同一订单的订单通知再次调用时返回成功。',
  },
  consequence: {
    en: 'The store repeats the notification for 3 hours and stops; each failure is a mail and a message to you.',
    zh: '云商店会连续通知 3 小时后停止，每次失败都会给商家发送邮件和消息。',
  },
  mend: {
    en: 'Remember the order line. Handle it once, and answer 000000 to a repeat.',
    zh: '按订单行记录，只处理一次，重复通知返回 000000。',
  },
  async judge(seller) {
    const members = seller.valid('orderNotify')
    const first = mustBeDone(await seller.call('orderNotify', members))
    return unlessDone(
      await seller.call('orderNotify', members),
      (outcome) => ({
        en: `The first notification succeeded; the second: ${outcome.en}.`,
        zh: `第一次通知成功，第二次：${outcome.zh}。`,
      }),
      first,
    )
  },
} satisfies Rule
