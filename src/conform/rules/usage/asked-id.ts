import { documents } from '../../documents.ts'
import { shownIds } from '../../life/shown.ts'
import { playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'

export const rule = {
  id: 'usage/asked-id',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Shows an instance under the id that it was asked by.',
    zh: '查询结果中的 instanceId 与所查询的 ID 一致。',
  },
  consequence: {
    en: 'The store finds nothing of the instance that it asked for: the buyer sees no address, and usage is not charged.',
    zh: '云商店找不到所查询的实例：买家看不到访问地址，用量也无法计费。',
  },
  mend: {
    en: 'Write into info the id that was returned by newInstance, not an id of your own system.',
    zh: 'info 中填写创建实例时返回的 instanceId，而不是自己系统的内部 ID。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const made = await playWell(seller, stepOf(seller, 'query', subject))
    const ids = shownIds(made)
    if (ids.length === 0) throw new CannotJudge(nothingShown)
    if (ids.includes(subject.id)) return []
    const message = {
      en: `Asked for ${subject.id}, it shows ${ids.join(', ')}.`,
      zh: `查询 ${subject.id}，返回的是 ${ids.join('、')}。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule

const nothingShown = {
  en: 'The query shows no instance.',
  zh: '查询没有返回任何实例。',
}
