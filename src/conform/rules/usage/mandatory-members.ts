import { documents } from '../../documents.ts'
import { eachUsage } from '../../life/usage.ts'
import type { Rule } from '../../rule.ts'

const mandatory = ['usageValue', 'statisticalTime'] as const

export const rule = {
  id: 'usage/mandatory-members',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'error',
  source: documents.faqV1,
  title: {
    en: 'Shows usage with its value and the time that it was counted at.',
    zh: '返回用量时包含 usageValue 和 statisticalTime。',
  },
  consequence: {
    en: 'The debugger refuses the answer, and usage is not charged.',
    zh: '接口调试报错，用量无法计费。',
  },
  mend: {
    en: 'Write usageValue and statisticalTime into each item of usageInfo, or leave usageInfo out.',
    zh: 'usageInfo 的每个元素都要有 usageValue 和 statisticalTime；没有用量时不返回 usageInfo。',
  },
  judge: eachUsage((usage) => {
    const missing = mandatory.filter((name) => (usage[name] ?? '') === '')
    if (missing.length === 0) return undefined
    return {
      en: `usageInfo has no ${missing.join(' and no ')}.`,
      zh: `usageInfo 缺少 ${missing.join('、')}。`,
    }
  }),
} satisfies Rule
