import { documents } from '../../documents.ts'
import { isDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'order/unknown-instance',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'The code is documented; that a seller has to use it is inferred.',
      zh: '结果码有文档；必须返回该结果码为推断。',
    },
  },
  needs: ['full'],
  title: {
    en: 'Refuses to renew an instance that it has never made.',
    zh: '拒绝为从未创建过的实例续费。',
  },
  consequence: {
    en: 'An order that went to another address, or got lost, looks delivered: the buyer has paid and nobody notices.',
    zh: '发错地址或丢失的订单看起来已交付：买家已付款，却没有人发现问题。',
  },
  mend: {
    en: 'Answer 000003 for an instanceId that you do not know; the store repeats the call, and you are told.',
    zh: '对未知的 instanceId 返回 000003，云商店会重试并通知商家。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const known = await playWell(seller, stepOf(seller, 'renew', subject))
    const stranger = { ...subject, id: seller.newId('INSTANCE') }
    const unknown = await play(seller, stepOf(seller, 'renew', stranger))
    if (!isDone(unknown)) return []
    const message = {
      en: `A renewal of ${stranger.id}, which was never made, was accepted.`,
      zh: `从未创建过的 ${stranger.id} 续费被接受。`,
    }
    return [breach(message, known, unknown)]
  },
} satisfies Rule
