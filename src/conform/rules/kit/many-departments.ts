import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { bound, departments } from '../../life/binding.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

const count = 2_000

export const rule = {
  id: 'kit/many-departments',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.allOrgSync,
    note: {
      en: 'All departments come in one call; how many there may be is not said.',
      zh: '全量部门在一次调用中下发，文档未说明数量上限。',
    },
  },
  title: {
    en: 'Takes the whole list of departments of a big enterprise.',
    zh: '支持大企业的部门全量列表。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: '2,000 departments are some 150 kB: raise the limit of the body (many frameworks stop at 100 kB), and write the list in one statement.',
    zh: '2000 个部门约 150 kB：调大请求体上限（许多框架默认 100 kB），并批量写入。',
  },
  async judge(seller) {
    const binding = await bound(seller)
    const few = mustBeDone(await seller.call('allOrgSync', departments(seller, binding, ['1'])))
    const codes = Array.from({ length: count }, (_none, at) => (at === 0 ? '2' : `2${at}<2`))
    return unlessDone(
      await seller.call('allOrgSync', departments(seller, binding, codes)),
      (outcome) => ({
        en: `A list of one is taken; of ${count}: ${outcome.en}.`,
        zh: `一个部门成功；${count} 个部门：${outcome.zh}。`,
      }),
      few,
    )
  },
} satisfies Rule
