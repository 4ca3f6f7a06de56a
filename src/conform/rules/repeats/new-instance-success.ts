import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/new-instance-success',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.newInstanceV1,
  title: {
    en: 'Answers the same purchase again with success, not as a product that was bought already.',
    zh: '同一订单再次调用创建实例（新购）时返回成功，而不是“已购买”。',
  },
  consequence: consequences.purchaseFails,
  mend: {
    en: 'Answer 000000 and what the first call made. 000103 (already purchased) is for another order of the same buyer.',
    zh: '返回 000000 以及首次创建的实例信息。000103（商品已购买）仅用于同一买家的另一个订单。',
  },
  async judge(seller) {
    const { members, exchange } = await seller.buy()
    const businessId = seller.newId('BUSINESS')
    const again = await seller.call(seller.plain, { ...members, businessId })
    return unlessDone(
      again,
      (outcome) => ({
        en: `The first call of the order succeeded; its repeat: ${outcome.en}.`,
        zh: `订单首次调用成功，再次调用：${outcome.zh}。`,
      }),
      exchange,
    )
  },
} satisfies Rule
