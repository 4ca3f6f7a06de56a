import { textOf } from '../../../simulator/calls/answer.ts'
import { documents } from '../../documents.ts'
import { shownInstances } from '../../life/shown.ts'
import { playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { noUsage } from '../../life/usage.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'usage/items-of-package',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'warning',
  source: {
    ...documents.queryInstanceV2,
    note: {
      en: 'One item for each billing item is documented; relatedInstanceId is optional there, and that several items need it is inferred.',
      zh: '每个计费项对应一个元素有文档说明；relatedInstanceId 为可选，多个元素时必须提供为推断。',
    },
  },
  title: {
    en: 'Names of each item of a package the pay-per-use instance that it belongs to.',
    zh: '套餐包的每个用量项用 relatedInstanceId 指明所属的按需实例。',
  },
  consequence: {
    en: 'The store cannot tell the items apart: what was used of one is taken off another.',
    zh: '云商店无法区分各用量项，会扣错额度。',
  },
  mend: {
    en: 'A package with several billing items has one item of usageInfo for each, with a relatedInstanceId of its own.',
    zh: '包含多个计费项的套餐包，每个计费项对应一个 usageInfo 元素，并各自带 relatedInstanceId。',
  },
  async judge(seller) {
    const made = await playWell(seller, stepOf(seller, 'query', await sold(seller)))
    const lists = shownInstances(made).flatMap(({ usageInfo }) =>
      Array.isArray(usageInfo) ? [usageInfo as readonly { relatedInstanceId?: unknown }[]] : [],
    )
    if (lists.flat().length === 0) throw new CannotJudge(noUsage)
    const unclear = lists.some((items) => {
      const related = items.map(({ relatedInstanceId }) => textOf(relatedInstanceId) ?? '')
      const named = new Set(related.filter((id) => id !== ''))
      return items.length > 1 && named.size < items.length
    })
    const message = {
      en: 'Of several items of usageInfo not each has a relatedInstanceId of its own.',
      zh: 'usageInfo 有多个元素，但并非每个都有各自的 relatedInstanceId。',
    }
    return unclear ? [breach(message, made)] : []
  },
} satisfies Rule
