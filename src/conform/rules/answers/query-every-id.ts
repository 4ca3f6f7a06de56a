import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { idsShown } from '../../ids-shown.ts'
import { plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/query-every-id',
  generations: ['saasV2', 'saasV1'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Answers a query of several ids with one entry for each.',
    zh: '一次查询多个实例时,为每个实例返回一条信息。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Split instanceId at its commas and return one entry in info for every id, with that id in it.',
    zh: '按逗号拆分 instanceId,在 info 中为每个实例ID返回一条记录,并带上该实例ID。',
  },
  async judge(seller) {
    await plainCall(seller, 'queryInstance', { instanceId: seller.newId('INSTANCE') })
    const asked = [1, 2].map(() => seller.newId('INSTANCE'))
    const members = seller.valid('queryInstance', { instanceId: asked.join(',') })
    const made = await seller.call('queryInstance', members)
    const shown = idsShown(made)
    const missing = asked.filter((id) => !shown.includes(id))
    if (missing.length === 0) return []
    const message = {
      en: `Of 2 ids that were asked for, ${missing.length} have no entry in info.`,
      zh: `查询了 2 个实例,info 中缺少 ${missing.length} 个。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
