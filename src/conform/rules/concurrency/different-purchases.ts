import { documents } from '../../documents.ts'
import { atOnce, instanceIdsOf } from '../../life/at-once.ts'
import { judgedBy } from '../../life/outcome.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/different-purchases',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.newInstanceV2,
  title: {
    en: 'Makes an instance of each order, however many orders come at once.',
    zh: '多个不同订单同时到达时，每个订单各得到一个实例。',
  },
  consequence: {
    en: 'Two buyers share one instance: each sees what belongs to the other, and the end of one ends both.',
    zh: '两个买家共用一个实例：彼此能看到对方的数据，一方到期会影响另一方。',
  },
  mend: {
    en: 'Keep nothing of a call in a variable that all calls share, and make no id of the time alone.',
    zh: '不要把单次调用的数据放在全局变量里，也不要只用时间生成实例 ID。',
  },
  alone: true,
  async judge(seller) {
    const made = await atOnce(() => seller.call(seller.plain, seller.valid(seller.plain)))
    const ids = instanceIdsOf(made)
    if (ids.length < 2) throw judgedBy('concurrency/busy')
    const different = new Set(ids).size
    if (different === ids.length) return []
    const message = {
      en: `${ids.length} orders at once were answered with ${different} different instance ids.`,
      zh: `${ids.length} 个订单并发调用，只返回了 ${different} 个不同的 instanceId。`,
    }
    return [breach(message, ...made)]
  },
} satisfies Rule
