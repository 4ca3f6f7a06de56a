import { beijingTime } from '../../../simulator/store-time.ts'
import { documents } from '../../documents.ts'
import { isDone, judgedBy, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/acceptance',
  generations: ['saasV1'],
  severity: 'error',
  source: {
    ...documents.newInstanceV1,
    note: {
      en: 'The three calls are told in fragments of the pages on service supervision (服务监管).',
      zh: '三次调用的说明见服务监管相关页面的片段。',
    },
  },
  title: {
    en: 'Takes the acceptance of a supervised product: the same purchase with an acceptanceTime.',
    zh: '服务监管商品验收时，带 acceptanceTime 再次调用新购接口应返回成功。',
  },
  consequence: {
    en: 'The buyer has accepted, but the order does not close: billing does not begin and nothing is settled.',
    zh: '买家已验收，但订单无法完成：不开始计费，也无法结算。',
  },
  mend: {
    en: 'A supervised product is bought by three calls of one order; the third carries acceptanceTime. Answer each with success, and begin the period at that time.',
    zh: '服务监管商品同一订单会调用三次，第三次带 acceptanceTime。每次都返回成功，并从该时间开始计算周期。',
  },
  async judge(seller) {
    const { members, exchange } = await seller.buy()
    const again = () => ({ ...members, businessId: seller.newId('BUSINESS') })
    const delivered = await seller.call('newInstance', again())
    if (!isDone(delivered)) throw judgedBy('repeats/new-instance-success')
    const acceptanceTime = beijingTime(new Date())
    const accepted = await seller.call('newInstance', { ...again(), acceptanceTime })
    return unlessDone(
      accepted,
      (outcome) => ({
        en: `The call with acceptanceTime: ${outcome.en}.`,
        zh: `带 acceptanceTime 的调用：${outcome.zh}。`,
      }),
      exchange,
      delivered,
    )
  },
} satisfies Rule
