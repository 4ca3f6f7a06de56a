import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { atOnce } from '../../life/at-once.ts'
import { unlessAllDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/busy',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'warning',
  source: {
    ...documents.interfacesV2,
    note: {
      en: 'Inferred: the documents name no number of calls at once, and no code for a seller who is busy.',
      zh: '推断：文档未规定并发数，也没有“商家繁忙”的结果码。',
    },
  },
  title: {
    en: 'Answers purchases of different orders at once, each with success.',
    zh: '不同订单的创建实例调用同时到达时，全部返回成功。',
  },
  consequence: consequences.purchaseFails,
  mend: {
    en: 'Let a call wait for another only where both are about one order, and have the database connections for it. What takes long is answered with 000004 in V2.',
    zh: '只有同一订单的调用才需要互相等待；数据库连接数要足够。耗时的开通在 V2 中返回 000004。',
  },
  alone: true,
  async judge(seller) {
    await seller.buy()
    const made = await atOnce(() => seller.call(seller.plain, seller.valid(seller.plain)))
    return unlessAllDone(made, (outcome) => ({
      en: `A purchase alone succeeded; of those at once failed ${outcome.en}.`,
      zh: `单独购买成功，并发购买失败 ${outcome.zh}。`,
    }))
  },
} satisfies Rule
