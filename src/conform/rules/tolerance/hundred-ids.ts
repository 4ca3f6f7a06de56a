import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

const mostIds = 100

export const rule = {
  id: 'tolerance/hundred-ids',
  generations: ['saasV2', 'saasV1'],
  severity: 'error',
  source: {
    ...documents.queryInstanceV2,
    note: {
      en: 'The table prints a length of 100 (V2) or 64 (V1) for the whole field, and allows 100 ids in it.',
      zh: '字段表给出的长度为 100(V2)或 64(V1),但同时允许包含 100 个实例ID。',
    },
  },
  title: {
    en: 'Accepts a query of 100 instance ids at once.',
    zh: '一次查询可接受 100 个实例ID。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Do not hold the joined field against the length of the table; count the ids, at most 100.',
    zh: '不要用表中的长度限制拼接后的字段;应限制实例ID个数,最多 100 个。',
  },
  async judge(seller) {
    await plainCall(seller, 'queryInstance', { instanceId: seller.newId('INSTANCE') })
    const ids = Array.from({ length: mostIds }, () => seller.newId('INSTANCE'))
    return mustAccept(seller, {
      what: { en: 'A query of 100 ids', zh: '包含 100 个实例ID的查询' },
      activity: 'queryInstance',
      members: seller.valid('queryInstance', { instanceId: ids.join(',') }),
    })
  },
} satisfies Rule
