import { documents } from '../../documents.ts'
import { mustBeDone } from '../../life/outcome.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/order-lines',
  generations: ['saasV2', 'licenseA'],
  severity: 'error',
  source: documents.newInstanceV2,
  title: {
    en: 'Makes an instance for each line of an order.',
    zh: '同一订单的不同订单行各创建一个实例。',
  },
  consequence: {
    en: 'A buyer who orders two specifications at once gets one of them; renewing one renews the other, and releasing one takes both away.',
    zh: '买家一次购买两个规格时只得到一个实例；续费其中一个会影响另一个，释放一个则两个都失效。',
  },
  mend: {
    en: 'Take orderId and orderLineId together as what makes a repeat, not orderId alone.',
    zh: '以 orderId + orderLineId 共同作为幂等键，不要只用 orderId。',
  },
  async judge(seller) {
    const first = await seller.buy()
    const orderId = String(first.members['orderId'])
    const members = seller.valid('newInstance', { orderId, orderLineId: `${orderId}-000002` })
    const second = mustBeDone(await seller.call('newInstance', members))
    if (second.answer.instanceId !== first.instanceId) return []
    const message = {
      en: `Two lines of one order were answered with one instanceId, ${first.instanceId}.`,
      zh: `同一订单的两个订单行返回了同一个 instanceId ${first.instanceId}。`,
    }
    return [breach(message, first.exchange, second)]
  },
} satisfies Rule
