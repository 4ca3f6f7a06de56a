import { textOf } from '../../../simulator/calls/answer.ts'
import { callTime } from '../../../simulator/store-time.ts'
import { documents } from '../../documents.ts'
import { eachUsage } from '../../life/usage.ts'
import type { Rule } from '../../rule.ts'

const hourMs = 3600_000

export const rule = {
  id: 'usage/time-in-utc',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Writes the time of usage in UTC: it does not lie ahead.',
    zh: 'statisticalTime 使用 UTC 时间，不会晚于当前时间。',
  },
  consequence: {
    en: 'Usage counts for another hour or another day than it was used in.',
    zh: '用量会被计入错误的小时或日期。',
  },
  mend: {
    en: 'Write UTC. Beijing time lies eight hours ahead.',
    zh: '使用 UTC 时间，北京时间会提前 8 小时。',
  },
  judge: eachUsage(({ statisticalTime }) => {
    const text = textOf(statisticalTime) ?? ''
    const latest = callTime(new Date(Date.now() + hourMs))
    if (!/^\d{17}$/.test(text) || text <= latest) return undefined
    return {
      en: `statisticalTime is ${text}; in UTC it is ${callTime(new Date())} now.`,
      zh: `statisticalTime 为 ${text}，而当前 UTC 时间是 ${callTime(new Date())}。`,
    }
  }),
} satisfies Rule
