import { documents } from '../../documents.ts'
import { isDone } from '../../life/outcome.ts'
import { shownIds } from '../../life/shown.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'usage/unknown-id',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'The code is documented; that a query has to use it is inferred.',
      zh: '结果码有文档；查询必须使用该结果码为推断。',
    },
  },
  needs: ['full'],
  title: {
    en: 'Shows nothing of an instance that it has never made.',
    zh: '查询从未创建过的实例时，不返回任何实例信息。',
  },
  consequence: {
    en: 'The store polls until an instance is shown. One that is made up ends the polling, and the buyer gets an address that leads nowhere.',
    zh: '云商店会轮询直到返回实例信息。若返回虚构的信息，轮询即结束，买家拿到的是无效地址。',
  },
  mend: {
    en: 'Answer 000003 where the id is unknown; make up addresses for test calls only.',
    zh: 'ID 未知时返回 000003；只有调试调用才能返回模拟地址。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    await playWell(seller, stepOf(seller, 'query', subject))
    const stranger = { ...subject, id: seller.newId('INSTANCE') }
    const made = await play(seller, stepOf(seller, 'query', stranger))
    if (!isDone(made) || !shownIds(made).includes(stranger.id)) return []
    const message = {
      en: `A query of ${stranger.id}, which was never made, shows an instance.`,
      zh: `查询从未创建过的 ${stranger.id}，返回了实例信息。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule
