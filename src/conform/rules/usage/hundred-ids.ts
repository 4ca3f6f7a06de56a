import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isDone, judgedBy, unlessDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

const mostIds = 100

export const rule = {
  id: 'usage/hundred-ids',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: {
    ...documents.queryInstanceV2,
    note: {
      en: 'The page allows 100 ids and prints a length of 100 characters: the ids need more than that.',
      zh: '文档允许 100 个 ID，同时把长度写为 100 个字符；实际会超过该长度。',
    },
  },
  title: {
    en: 'Takes a query of 100 ids, which is longer than 100 characters.',
    zh: '支持一次查询 100 个 ID，其长度超过 100 个字符。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Count the ids, not the characters.',
    zh: '按 ID 个数限制，不要按字符数限制。',
  },
  async judge(seller) {
    const { id, orderId } = await sold(seller)
    await playWell(seller, stepOf(seller, 'query', { id, orderId }))
    const many = (count: number) =>
      play(seller, stepOf(seller, 'query', { id: Array(count).fill(id).join(','), orderId }))
    // Twice the same id, so that every one of them is known.
    const two = await many(2)
    if (!isDone(two)) throw judgedBy('usage/several-ids')
    return unlessDone(
      await many(mostIds),
      (outcome) => ({
        en: `Two ids are taken; ${mostIds}: ${outcome.en}.`,
        zh: `查询两个 ID 成功；查询 ${mostIds} 个：${outcome.zh}。`,
      }),
      two,
    )
  },
} satisfies Rule
