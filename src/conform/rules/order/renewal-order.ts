import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { judgedBy, isDone, unlessDone } from '../../life/outcome.ts'
import { play, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/renewal-order',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.refreshInstanceV1,
  title: {
    en: 'Finds the instance of a renewal by its instanceId: the order is a new one.',
    zh: '续费时按 instanceId 查找实例，因为续费订单是新订单。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Do not look the renewal up among the orders that were bought: its orderId is the one of the renewal.',
    zh: '不要用续费的 orderId 去查新购订单，它是续费订单的 ID。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const renewal = await play(seller, stepOf(seller, 'renew', subject))
    if (isDone(renewal)) return []
    const { orderId, orderLineId } = subject.members
    const ofPurchase = await play(
      seller,
      stepOf(seller, 'renew', subject, { orderId, orderLineId }),
    )
    if (!isDone(ofPurchase)) throw judgedBy('order/whole-life')
    return unlessDone(
      renewal,
      (outcome) => ({
        en: `A renewal with an order of its own: ${outcome.en}; with the order of the purchase it succeeds.`,
        zh: `使用续费订单号续费：${outcome.zh}；使用新购订单号则成功。`,
      }),
      ofPurchase,
    )
  },
} satisfies Rule
