import { documents } from '../../documents.ts'
import { atOnce } from '../../life/at-once.ts'
import { judgedBy } from '../../life/outcome.ts'
import { shownIds } from '../../life/shown.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/query-beside-purchase',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Answers a query about the instance that is asked for, while others are bought.',
    zh: '在其他订单开通的同时，查询只返回所查询的实例。',
  },
  consequence: {
    en: 'A buyer who opens the page of the resource sees the address and the account of somebody else.',
    zh: '买家打开“资源详情”时看到的是其他买家的访问地址和账号。',
  },
  mend: {
    en: 'Keep nothing of a call in a variable that all calls share: pass what was read on from function to function.',
    zh: '不要把单次调用的数据放在全局变量里，应通过参数在函数间传递。',
  },
  alone: true,
  async judge(seller) {
    const subject = await sold(seller)
    const query = stepOf(seller, 'query', subject)
    const alone = await playWell(seller, query)
    if (!shownIds(alone).includes(subject.id)) throw judgedBy('usage/asked-id')
    const made = await atOnce((at) =>
      at % 2 === 0 ? play(seller, query) : seller.call('newInstance', seller.valid('newInstance')),
    )
    const strange = made.filter(
      (one) => one.activity === 'queryInstance' && shownIds(one).some((id) => id !== subject.id),
    )
    if (strange.length === 0) return []
    const message = {
      en: `A query of ${subject.id} while others were bought showed ${strange.flatMap(shownIds).join(', ')}.`,
      zh: `在其他订单开通时查询 ${subject.id}，返回了 ${strange.flatMap(shownIds).join(', ')}。`,
    }
    return [breach(message, ...strange)]
  },
} satisfies Rule
