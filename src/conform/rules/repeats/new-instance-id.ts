import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isDone, judgedBy } from '../../life/outcome.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/new-instance-id',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.newInstanceV2,
  title: {
    en: 'Answers the same purchase again with the same instanceId, whatever its businessId.',
    zh: '同一订单再次调用创建实例（新购）时，无论 businessId 如何变化，都返回同一个 instanceId。',
  },
  consequence: consequences.secondInstance,
  mend: {
    en: 'Remember the instance by the order: orderId and orderLineId (V1: orderId). businessId is another one in every call; only the first may become the instanceId.',
    zh: '按订单记录实例：以 orderId + orderLineId（V1 为 orderId）为幂等键。businessId 每次调用都不同，只能把首次的值用作 instanceId。',
  },
  async judge(seller) {
    const { instanceId, members, exchange } = await seller.buy()
    const businessId = seller.newId('BUSINESS')
    const again = await seller.call('newInstance', { ...members, businessId })
    const other = again.answer.instanceId
    if (!isDone(again)) throw judgedBy('repeats/new-instance-success')
    if (other === undefined || other === instanceId) return []
    const message = {
      en: `The same order was answered with instanceId ${instanceId} first and then with ${other}.`,
      zh: `同一订单先返回 instanceId ${instanceId}，再次调用却返回 ${other}。`,
    }
    return [breach(message, exchange, again)]
  },
} satisfies Rule
