import { textOf } from '../../../simulator/calls/answer.ts'
import { documents } from '../../documents.ts'
import { eachUsage } from '../../life/usage.ts'
import type { Rule } from '../../rule.ts'

const form = /^\d{1,15}(\.\d{1,4})?$/

export const rule = {
  id: 'usage/value-form',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.queryInstanceV2,
  title: {
    en: 'Shows usage as a number with at most four decimals.',
    zh: 'usageValue 为最多四位小数的数字。',
  },
  consequence: {
    en: 'The value cannot be read, and usage is not charged.',
    zh: '云商店无法读取该值，用量无法计费。',
  },
  mend: {
    en: 'Round to four decimals; no exponent, no sign, no unit.',
    zh: '四舍五入到四位小数，不带指数、符号和单位。',
  },
  judge: eachUsage(({ usageValue }) => {
    const text = textOf(usageValue)
    if (text === undefined || text === '' || form.test(text)) return undefined
    return { en: `usageValue is ${text}.`, zh: `usageValue 为 ${text}。` }
  }),
} satisfies Rule
