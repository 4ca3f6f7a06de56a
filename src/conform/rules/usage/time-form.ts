import { textOf } from '../../../simulator/calls/answer.ts'
import { documents } from '../../documents.ts'
import { eachUsage } from '../../life/usage.ts'
import type { Rule } from '../../rule.ts'

const form = /^\d{17}$/

export const rule = {
  id: 'usage/time-form',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Writes the time of usage as yyyyMMddHHmmssSSS, 17 digits.',
    zh: 'statisticalTime 为 17 位数字 yyyyMMddHHmmssSSS。',
  },
  consequence: {
    en: 'The time cannot be read, and usage is not charged.',
    zh: '云商店无法读取该时间，用量无法计费。',
  },
  mend: {
    en: 'Write the UTC time with milliseconds and nothing between the digits.',
    zh: '使用带毫秒的 UTC 时间，数字之间没有分隔符。',
  },
  judge: eachUsage(({ statisticalTime }) => {
    const text = textOf(statisticalTime)
    if (text === undefined || text === '' || form.test(text)) return undefined
    return { en: `statisticalTime is ${text}.`, zh: `statisticalTime 为 ${text}。` }
  }),
} satisfies Rule
