import { documents } from '../../documents.ts'
import { mustBeDone } from '../../life/outcome.ts'
import { breach, type Rule } from '../../rule.ts'

// Pay-per-use: neither an expiry nor a period comes with it.
const payPerUse = {
  chargingMode: '0',
  expireTime: undefined,
  periodType: undefined,
  periodNumber: undefined,
}

export const rule = {
  id: 'repeats/usage-products',
  generations: ['saasV1'],
  severity: 'error',
  source: documents.newInstanceV1,
  title: {
    en: 'Makes an instance for each product of a pay-per-use order.',
    zh: '按需订单中的每个 productId 各创建一个实例。',
  },
  consequence: {
    en: 'One order may hold several billing items. With one instance for all of them their usage is pushed under one id, and is charged wrongly or not at all.',
    zh: '一个按需订单可能包含多个计费项。若共用一个实例，用量会上报到同一个 ID，导致扣费错误或漏扣。',
  },
  mend: {
    en: 'Where chargingMode is 0, take orderId and productId together as what makes a repeat.',
    zh: 'chargingMode 为 0 时，以 orderId + productId 共同作为幂等键。',
  },
  async judge(seller) {
    const first = await seller.buy(payPerUse)
    const { orderId } = first.members
    const other = { ...payPerUse, orderId, productId: '00301-666666-0--1' }
    const second = mustBeDone(await seller.call('newInstance', seller.valid('newInstance', other)))
    if (second.answer.instanceId !== first.instanceId) return []
    const message = {
      en: `Two products of a pay-per-use order were answered with one instanceId, ${first.instanceId}.`,
      zh: `按需订单的两个 productId 返回了同一个 instanceId ${first.instanceId}。`,
    }
    return [breach(message, first.exchange, second)]
  },
} satisfies Rule
