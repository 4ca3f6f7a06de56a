import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/upgraded-instance',
  generations: ['saasV2', 'saasV1'],
  severity: 'error',
  source: documents.upgradeV2,
  title: {
    en: 'Keeps the instance id when an instance is upgraded.',
    zh: '实例升级后，实例 ID 保持不变。',
  },
  consequence: {
    en: 'The store goes on with the id that it has: renewals and releases miss the instance that the buyer uses.',
    zh: '云商店继续使用原实例 ID，之后的续费和释放都会落空。',
  },
  mend: {
    en: 'Upgrade the instance that is there; make no new one.',
    zh: '在原实例上升级，不要新建实例。',
  },
  judge: afterwards({
    after: ['query', 'query', 'upgrade'],
    step: 'query',
    what: { en: 'The query of an upgraded instance by its id', zh: '按原实例 ID 查询升级后的实例' },
  }),
} satisfies Rule
