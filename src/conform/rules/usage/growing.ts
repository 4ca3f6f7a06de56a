import { documents } from '../../documents.ts'
import { shownUsage } from '../../life/shown.ts'
import { playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { noUsage } from '../../life/usage.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'usage/growing',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Shows usage as a total that does not shrink from one query to the next.',
    zh: 'usageValue 为累计值，两次查询之间不会变小。',
  },
  consequence: {
    en: 'What was used before is charged no more.',
    zh: '之前的用量将不再计费。',
  },
  mend: {
    en: 'Show the total since the instance was made (of a package what of it is used up), not what was used since the last query.',
    zh: '返回实例创建以来的累计用量（套餐包为已用量），而不是上次查询之后的增量。',
  },
  async judge(seller) {
    const query = stepOf(seller, 'query', await sold(seller))
    const [first, second] = [await playWell(seller, query), await playWell(seller, query)]
    const before = shownUsage(first)
    if (before.length === 0) throw new CannotJudge(noUsage)
    const after = shownUsage(second)
    const shrunk = before.find(
      (one, at) => Number(after[at]?.['usageValue']) < Number(one['usageValue']),
    )
    if (shrunk === undefined) return []
    const message = {
      en: `usageValue was ${String(shrunk['usageValue'])} and is less when asked again.`,
      zh: `usageValue 先为 ${String(shrunk['usageValue'])}，再次查询时变小。`,
    }
    return [breach(message, first, second)]
  },
} satisfies Rule
