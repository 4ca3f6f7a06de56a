import { documents } from '../../documents.ts'
import { judgedBy, unlessDone } from '../../life/outcome.ts'
import { shownIds } from '../../life/shown.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'usage/several-ids',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Shows each of several instances that are asked for in one query, their ids joined by commas.',
    zh: '一次查询多个实例（ID 以逗号分隔）时，返回每个实例的信息。',
  },
  consequence: {
    en: 'Usage of the other instances is not read and not charged.',
    zh: '其余实例的用量读取不到，无法计费。',
  },
  mend: {
    en: 'Split instanceId at the commas, and answer an item of info for each id.',
    zh: '按逗号拆分 instanceId，为每个 ID 返回一个 info 元素。',
  },
  async judge(seller) {
    const both = [await sold(seller), await sold(seller)]
    for (const subject of both) {
      const alone = await playWell(seller, stepOf(seller, 'query', subject))
      if (!shownIds(alone).includes(subject.id)) throw judgedBy('usage/asked-id')
    }
    const [{ orderId } = { orderId: '' }] = both
    const id = both.map((one) => one.id).join(',')
    const made = await play(seller, stepOf(seller, 'query', { id, orderId }))
    const shown = shownIds(made)
    const missing = both.filter((one) => !shown.includes(one.id))
    const refused = unlessDone(made, (outcome) => ({
      en: `Two ids in one query: ${outcome.en}.`,
      zh: `一次查询两个 ID：${outcome.zh}。`,
    }))
    if (refused.length > 0 || missing.length === 0) return refused
    const message = {
      en: `Asked for two instances, it shows ${shown.length} of them.`,
      zh: `查询两个实例，只返回 ${shown.length} 个。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
